/** Prints the files that were asked for, checks each, and only then puts it in place. */
import { join } from 'node:path'
import type { ArticleContent } from '../../content/library.ts'
import type { Loaded } from '../../content/loading/load-library.ts'
import { seconds } from '../progress.ts'
import { dist } from '../site.ts'
import type { PdfExpectations } from './check-pdf.ts'
import { describeArticle } from './describe-article.ts'
import type { ExportOptions, Sort } from './export-options.ts'
import { keepFile } from './keep-file.ts'
import type { LibraryCards } from './library-cards.ts'
import type { DeckFile } from './library-file.ts'
import type { PagePool } from './page-pool.ts'
import type { PaperWords } from './paper-words.ts'
import { printDeck, type PrintView } from './print-deck.ts'

/** How many files are printed at a time: while the browser lays one out, another is finished and checked. */
const AT_ONCE = 2

/** Where to print from and what with. */
export interface Press {
  readonly pages: PagePool
  readonly site: string
  readonly options: ExportOptions
  readonly words: PaperWords
  readonly cards: LibraryCards
  /** The whole library, which handouts and worksheets need and slides do not. */
  library(): Promise<Loaded>
}

/** What came out of the browser: not yet finished, not yet checked. */
interface Printed { readonly pdf: Uint8Array, readonly language: string, readonly title: string, readonly subject?: string, readonly expected: PdfExpectations }

interface Job { readonly slug: string, readonly sort: Sort }

const fileNameOf = ({ slug, sort }: Job): string => (sort === 'slides' ? `${slug}.pdf` : `${slug}-${sort}.pdf`)

function viewOf({ cards: { library: { publicAddress } }, options: { range } }: Press): PrintView {
  return { ...(range === undefined ? {} : { range }), ...(publicAddress === undefined ? {} : { publicAddress }) }
}

async function getContent(press: Press, slug: string) {
  const loaded = await press.library()
  const content = Object.values(loaded.compiled.articles).find((one) => one.slug === slug)
  const deck = loaded.library.decks.find((one) => one.slug === slug)
  if (content === undefined || deck === undefined) throw new Error(`${slug} cannot be read. Run npm run check to see why.`)
  return { content, deck, compiled: loaded.compiled }
}

async function printSlides(press: Press, slug: string): Promise<Printed> {
  const { withClicks, dark } = press.options
  const { pdf, language, slides } = await press.pages.lend((page) => printDeck(page, `${press.site}decks/${slug}/`, { ...viewOf(press), withClicks, dark }))
  return { pdf, language, title: press.cards.getArticle(slug).title, expected: { pages: slides } }
}

async function printDeckHandout(press: Press, slug: string): Promise<Printed> {
  const { handoutHead, printHandout, slideMargins } = await import('./handout.ts')
  const { content, deck, compiled } = await getContent(press, slug)
  const { words, cards: { people } } = press
  const file = press.cards.getArticle(slug)
  const drawnOn: readonly ArticleContent[] = file.kind === 'synthesis' ? Object.values(compiled.articles) : [content]
  const title = words.titleOf(file.title, words.handout)
  const handout = { head: handoutHead(file, people, words), margins: slideMargins(deck, drawnOn, people, words), foot: file.title, title, view: viewOf(press) }
  const { pdf, text, language } = await press.pages.lend((page) => printHandout(page, `${press.site}decks/${slug}/`, handout, press.options.paper))
  return { pdf, language, title, expected: { text } }
}

/** The worksheet or its answers; undefined when the article has no question of the kinds asked for. */
async function printQuestions(press: Press, slug: string, sort: 'worksheet' | 'answers'): Promise<Printed | undefined> {
  const [{ printPaper }, { chooseQuestions }, { worksheetHtml }, { answersHtml }] = await Promise.all([import('./paper-page.ts'), import('./worksheet/choose-questions.ts'), import('./worksheet/worksheet-html.ts'), import('./worksheet/answers-html.ts')])
  const { content, compiled: { catalogue, articles } } = await getContent(press, slug)
  const { words, options } = press
  const file = press.cards.getArticle(slug)
  const questions = chooseQuestions(content, catalogue, options)
  if (questions.length === 0) return undefined
  const label = words.sheet(options.seed)
  const places = { deck: slug, claims: Object.values(articles).flatMap(({ claims }) => claims), articles: catalogue.articles, slides: catalogue.slides }
  const body = sort === 'worksheet' ? worksheetHtml(file.title, label, questions, words) : answersHtml(file.title, label, questions, places, words)
  const title = words.titleOf(file.title, words[sort])
  const { language } = catalogue.library
  const { pdf, text } = await press.pages.lend((page) => printPaper(page, press.site, { title, language, foot: words.onSheet(title, label), body }, options.paper))
  return { pdf, language, title, subject: `${words.onSheet(words.questions(questions.length), label)}.`, expected: { text } }
}

function printSort(press: Press, { slug, sort }: Job): Promise<Printed | undefined> {
  switch (sort) {
    case 'slides': return printSlides(press, slug)
    case 'handout': return printDeckHandout(press, slug)
    case 'worksheet': case 'answers': return printQuestions(press, slug, sort)
  }
}

/** Prints, finishes, checks and keeps one file. Returns its bytes, and what to tell of it. */
async function exportFile(press: Press, job: Job): Promise<{ pdf: Uint8Array | undefined, report: string }> {
  const start = performance.now()
  const name = fileNameOf(job)
  const printed = await printSort(press, job)
  if (printed === undefined) return { pdf: undefined, report: `${name}: left out, for ${job.slug} has no question of these kinds` }
  const { finishPdf, slideSheet } = await import('./finish-pdf.ts')
  const about = describeArticle(press.cards.getArticle(job.slug), press.cards.people)
  const pdf = await finishPdf(printed.pdf, { ...about, title: printed.title, subject: [about.subject, printed.subject].join(' ').trim(), language: printed.language }, job.sort === 'slides' ? slideSheet : undefined)
  return { pdf, report: await keepChecked(name, pdf, printed.expected, start) }
}

/** Returns what to tell of the file. Throws with all its problems when it is not good. */
async function keepChecked(name: string, pdf: Uint8Array, expected: PdfExpectations, start: number): Promise<string> {
  const { checkPdf } = await import('./check-pdf.ts')
  const { problems, pageCount } = await checkPdf(pdf, expected)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  keepFile(join(dist, 'pdf', name), pdf)
  return `${name}: ${pageCount} ${pageCount === 1 ? 'page' : 'pages'}, ${Math.round(pdf.length / 1024)} KB, ${seconds(performance.now() - start)}`
}

/** Prints every file asked for, and with `withLibrary` all slides in one; a file that fails does not stop the others. Returns what failed, and why. */
export async function printFiles(press: Press, slugs: readonly string[], withLibrary: boolean): Promise<string[]> {
  const failures: string[] = []
  const decks = new Map<string, Uint8Array>()
  const waiting = slugs.flatMap((slug) => press.options.only.map((sort): Job => ({ slug, sort })))
  const total = waiting.length + (withLibrary ? 1 : 0)
  let done = 0
  const attempt = async (name: string, work: () => Promise<string>): Promise<void> => {
    try {
      const report = await work()
      console.log(`  [${++done}/${total}] ${report}`)
    }
    catch (error) { failures.push(`${name} was not kept:\n  ${(error instanceof Error ? error.message : String(error)).replaceAll('\n', '\n  ')}`) }
  }
  const printWaiting = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      const { slug, sort } = job
      await attempt(fileNameOf(job), async () => {
        const { pdf, report } = await exportFile(press, { slug, sort })
        if (sort === 'slides' && pdf !== undefined) decks.set(slug, pdf)
        return report
      })
    }
  }
  // What finishes and checks the files is read while the browser lays out the first.
  await Promise.all([...Array.from({ length: AT_ONCE }, printWaiting), import('./finish-pdf.ts'), import('./check-pdf.ts')])
  if (withLibrary && decks.size === slugs.length) {
    await attempt('library.pdf', async () => {
      const start = performance.now()
      const { printLibrary } = await import('./library-file.ts')
      const files = slugs.flatMap((slug): DeckFile[] => { const pdf = decks.get(slug); return pdf === undefined ? [] : [{ slug, article: press.cards.getArticle(slug), pdf }] })
      const { pdf, expected } = await press.pages.lend((page) => printLibrary(page, press.site, press.cards, files, press.words, press.options.dark))
      return keepChecked('library.pdf', pdf, expected, start)
    })
  }
  return failures
}
