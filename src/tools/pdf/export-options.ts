/** What `npm run export` is asked for, read from its arguments with every mistake found. */
import { parseArgs } from 'node:util'
import type { QuestionKind } from '../../questions/registry.ts'

export const sorts = ['slides', 'handout', 'worksheet', 'answers'] as const
export type Sort = (typeof sorts)[number]

const papers = ['a4', 'letter'] as const
export type Paper = (typeof papers)[number]

const paperLanguages = ['en', 'zh-CN'] as const
export type PaperLanguage = (typeof paperLanguages)[number]

export interface ExportOptions {
  readonly slugs: readonly string[]
  readonly only: readonly Sort[]
  readonly paper: Paper
  readonly dark: boolean
  readonly language: PaperLanguage
  readonly withClicks: boolean
  readonly range: string | undefined
  /** Of the questions on a worksheet; every kind when undefined. */
  readonly kinds: readonly QuestionKind[] | undefined
  readonly count: number
  readonly seed: number
  /** Prints what stands in dist/ without building first. */
  readonly built: boolean
}

export type ReadOptions = { readonly ok: true, readonly value: ExportOptions | 'help' } | { readonly ok: false, readonly problems: readonly string[] }

// The kinds bring all that is known of questions, which slides are printed without.
const readKindNames = async (): Promise<readonly QuestionKind[]> => (await import('../../questions/registry.ts')).kindNames

export const writeHelp = async (): Promise<string> => `npm run export [-- slug …] [-- options]   prints decks to dist/pdf; all of them when none is named

Writes <slug>.pdf (slides), <slug>-handout.pdf, <slug>-worksheet.pdf and <slug>-answers.pdf, and, when no deck is named,
library.pdf with all decks in one. Each file is tagged and checked: language, title, outline, links, embedded fonts, headings,
and that its text can be read back. A file that fails a check is not kept, and an older good one stays.

  --only SORTS       ${sorts.join(', ')}; several with commas (default all)
  --paper SIZE       a4 or letter, for all but the slides (default a4)
  --dark             slides in the dark theme, for screens; what goes on paper stays white
  --language CODE    ${paperLanguages.join(' or ')}: the labels of handout, worksheet, answers and contents (default en)
  --range LIST       which slides, such as 2-5,8 (slides and handout)
  --with-clicks      one page for each click step of a slide (slides)
  --kinds KINDS      ${(await readKindNames()).join(', ')}; several with commas (default all)
  --count N          questions on a worksheet (default 12)
  --seed N           another seed, another worksheet; the same seed, the same one (default 1)`

function readList<T extends string>(text: string | undefined, known: readonly T[], option: string, problems: string[]): readonly T[] {
  if (text === undefined) return known
  const asked = text.split(',').map((part) => part.trim()).filter((part) => part !== '')
  const unknown = asked.filter((part) => !known.some((one) => one === part))
  if (unknown.length > 0 || asked.length === 0) problems.push(`--${option} knows ${known.join(', ')}${unknown.length > 0 ? `, not ${unknown.join(', ')}` : ''}.`)
  return known.filter((one) => asked.includes(one))
}

function readCount(text: string, option: string, least: number, problems: string[]): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < least) problems.push(`--${option} is "${text}"; it must be a whole number from ${least} on.`)
  return value
}

/** `known` are the decks that there are. */
export async function readOptions(args: readonly string[], known: readonly string[]): Promise<ReadOptions> {
  const problems: string[] = []
  try {
    const { values, positionals } = parseArgs({
      args: [...args], allowPositionals: true,
      options: {
        help: { type: 'boolean' }, built: { type: 'boolean' }, only: { type: 'string' }, paper: { type: 'string', default: 'a4' }, dark: { type: 'boolean' }, language: { type: 'string', default: 'en' }, range: { type: 'string' },
        'with-clicks': { type: 'boolean' }, kinds: { type: 'string' }, count: { type: 'string', default: '12' }, seed: { type: 'string', default: '1' },
      },
    })
    if (values.help) return { ok: true, value: 'help' }
    const unknown = positionals.filter((slug) => !known.includes(slug))
    if (unknown.length > 0) problems.push(`There is no deck named ${unknown.join(', ')}. The decks are ${known.join(', ')}.`)
    const paper = papers.find((one) => one === values.paper)
    if (paper === undefined) problems.push(`--paper is "${values.paper}"; it must be ${papers.join(' or ')}.`)
    const language = paperLanguages.find((one) => one === values.language)
    if (language === undefined) problems.push(`--language is "${values.language}"; it must be ${paperLanguages.join(' or ')}.`)
    if (values.range !== undefined && !/^\d+(-\d*)?(,\d+(-\d*)?)*$/.test(values.range)) problems.push(`--range is "${values.range}"; write slide numbers such as 2-5,8.`)
    const value: ExportOptions = {
      slugs: positionals, only: readList(values.only, sorts, 'only', problems), paper: paper ?? 'a4', dark: values.dark ?? false, language: language ?? 'en', withClicks: values['with-clicks'] ?? false, range: values.range,
      kinds: values.kinds === undefined ? undefined : readList(values.kinds, await readKindNames(), 'kinds', problems), count: readCount(values.count, 'count', 1, problems), seed: readCount(values.seed, 'seed', 0, problems), built: values.built ?? false,
    }
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value }
  }
  catch (error) {
    return { ok: false, problems: [error instanceof Error ? error.message : String(error), 'npm run export -- --help lists the options.'] }
  }
}
