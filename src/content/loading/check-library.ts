/** Everything that `npm run check` looks at, in one list of problems. */
import { isError, type Finding, type Problem } from '../problem.ts'
import type { QuestionOf } from '../question-schema.ts'
import { lintGenerated, lintLibrary } from '../lint/lint-library.ts'
import { summariseLibrary, type ArticleSummary } from '../library-summary.ts'
import type { LoadedLibrary } from '../loaded-library.ts'
import { checkGlyphs, checkLookAlikes } from '../text-checks.ts'
import { checkSchemaDrift } from './json-schemas.ts'
import { loadLibrary } from './load-library.ts'
import { readTextFiles } from './project-text.ts'
import { checkRevisionLedger } from './revision-ledger.ts'
import { checkSources } from './source-check.ts'

export interface CheckOptions {
  /** Code points that the shipped fonts draw. */
  readonly drawn: ReadonlySet<number>
  /** Draws variants of a parametric question; what is wrong with them as sentences. Belongs to src/questions. */
  readonly checkParametric: (question: QuestionOf<'parametric'>) => readonly string[]
  /** Mechanisms that exist. */
  readonly mechanisms: ReadonlySet<string>
  /** Folder with the numbered source texts; without it the source check is skipped. */
  readonly sources: string | undefined
}

export interface CheckResult {
  readonly problems: readonly Problem[]
  readonly summary: readonly ArticleSummary[]
}

/** Checks the library below `root`; problems in the order errors, warnings, each by file and line. */
export function checkLibrary(root: string, options: CheckOptions): CheckResult {
  const { loaded, problems } = loadLibrary(root)
  const found: Problem[] = [...problems, ...checkSchemaDrift(root), ...checkLetters(root, options.drawn)]
  if (loaded === undefined) return { problems: sortProblems(found), summary: [] }
  const { library, generated, places } = loaded
  const authored = new Set(library.articles.flatMap((article) => article.questions.map((question) => question.id)))
  const findings = [...lintLibrary(library), ...lintGenerated(library, generated, authored), ...checkMechanisms(library, options)]
  found.push(...findings.map((finding) => places.toProblem(finding)), ...checkRevisionLedger(root, library, places))
  if (options.sources !== undefined) found.push(...checkSources(root, options.sources, library, places))
  return { problems: sortProblems(found), summary: summariseLibrary(library, generated) }
}

function checkLetters(root: string, drawn: ReadonlySet<number>): Problem[] {
  return readTextFiles(root, ['data', 'slides'], new Set(['.yaml', '.md', '.vue'])).flatMap(({ file, text }) => [...checkLookAlikes(file, text), ...checkGlyphs(file, text, drawn)])
}

/** Mechanisms named by articles and questions exist, and every variant of a parametric question works. */
function checkMechanisms(library: LoadedLibrary, { mechanisms, checkParametric }: CheckOptions): Finding[] {
  const known = `known: ${[...mechanisms].join(', ')}`
  const onSlides = library.decks.flatMap((deck) => deck.slides.flatMap((slide) => slide.mechanisms.filter((id) => !mechanisms.has(id)).map((id): Finding => ({ severity: 'error', rule: 'mechanism', about: slide, path: [id], message: `slide ${slide.number}: there is no mechanism ${id}`, hint: known }))))
  const inArticles = library.articles.flatMap(({ file, questions }) => [
    ...file.mechanisms.flatMap((id, index): Finding[] => (mechanisms.has(id) ? [] : [{ severity: 'error', rule: 'mechanism', about: file, path: ['mechanisms', index], message: `there is no mechanism ${id}`, hint: known }])),
    ...questions.flatMap((question) => (question.kind === 'parametric' ? checkParametric(question).map((message): Finding => ({ severity: 'error', rule: 'parametric', about: question, path: ['mechanism'], message: `${question.id}: ${message}`, hint: 'correct the question; npm run check draws 200 variants of each' })) : [])),
  ])
  return [...onSlides, ...inArticles]
}

function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => Number(isError(b)) - Number(isError(a)) || a.file.localeCompare(b.file) || a.line - b.line)
}
