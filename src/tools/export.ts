/** `npm run export`: prints built decks to PDF, checks each file, and only then puts it in place. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright'
import type { ArticleContent } from '../content/library.ts'
import type { Loaded } from '../content/loading/load-library.ts'
import { launchArguments, ensureBrowser } from './browser.ts'
import { buildSite, writePdfIndex } from './build.ts'
import type { PdfExpectations } from './pdf/check-pdf.ts'
import { describeArticle } from './pdf/describe-article.ts'
import { help, readOptions, type ExportOptions, type Sort } from './pdf/export-options.ts'
import { keepFile } from './pdf/keep-file.ts'
import { readCards, type LibraryCards } from './pdf/library-cards.ts'
import type { DeckFile } from './pdf/library-file.ts'
import { printPaper } from './pdf/paper-page.ts'
import { paperWords, type PaperWords } from './pdf/paper-words.ts'
import { printDeck, type PrintView } from './pdf/print-deck.ts'
import { seconds } from './progress.ts'
import { serveSite } from './serve.ts'
import { basePath, dist, findDecks, root } from './site.ts'

/** How many files are printed at a time: while the browser lays one out, another is finished and checked. */
const AT_ONCE = 2

/** Where to print from and what with. */
interface Press {
  readonly browser: Browser
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
  const { pdf, language, slides } = await printDeck(press.browser, `${press.site}decks/${slug}/`, { ...viewOf(press), withClicks, dark })
  return { pdf, language, title: press.cards.getArticle(slug).title, expected: { pages: slides } }
}

async function printDeckHandout(press: Press, slug: string): Promise<Printed> {
  const { handoutHead, printHandout, slideMargins } = await import('./pdf/handout.ts')
  const { content, deck, compiled } = await getContent(press, slug)
  const { words, cards: { people } } = press
  const file = press.cards.getArticle(slug)
  const drawnOn: readonly ArticleContent[] = file.kind === 'synthesis' ? Object.values(compiled.articles) : [content]
  const title = `${file.title}: ${words.handout.toLowerCase()}`
  const handout = { head: handoutHead(file, people, words), margins: slideMargins(deck, drawnOn, people, words), foot: file.title, title, view: viewOf(press) }
  const { pdf, text, language } = await printHandout(press.browser, `${press.site}decks/${slug}/`, handout, press.options.paper)
  return { pdf, language, title, expected: { text } }
}

/** The worksheet or its answers; undefined when the article has no question of the kinds asked for. */
async function printQuestions(press: Press, slug: string, sort: 'worksheet' | 'answers'): Promise<Printed | undefined> {
  const [{ chooseQuestions }, { worksheetHtml }, { answersHtml }] = await Promise.all([import('./pdf/worksheet/choose-questions.ts'), import('./pdf/worksheet/worksheet-html.ts'), import('./pdf/worksheet/answers-html.ts')])
  const { content, compiled: { catalogue, articles } } = await getContent(press, slug)
  const { words, options } = press
  const file = press.cards.getArticle(slug)
  const questions = chooseQuestions(content, catalogue, options)
  if (questions.length === 0) return undefined
  const label = words.sheet(options.seed)
  const places = { deck: slug, claims: Object.values(articles).flatMap(({ claims }) => claims), articles: catalogue.articles, slides: catalogue.slides }
  const body = sort === 'worksheet' ? worksheetHtml(file.title, label, questions, words) : answersHtml(file.title, label, questions, places, words)
  const title = `${file.title}: ${words[sort].toLowerCase()}`
  const { language } = catalogue.library
  const { pdf, text } = await printPaper(press.browser, press.site, { title, language, foot: `${title}, ${label}`, body }, options.paper)
  return { pdf, language, title, subject: `${words.questions(questions.length)}, ${label}.`, expected: { text } }
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
  const name = job.sort === 'slides' ? `${job.slug}.pdf` : `${job.slug}-${job.sort}.pdf`
  const printed = await printSort(press, job)
  if (printed === undefined) return { pdf: undefined, report: `${name}: left out, for ${job.slug} has no question of these kinds` }
  // Read while the browser lays out the first decks.
  const { finishPdf } = await import('./pdf/finish-pdf.ts')
  const about = describeArticle(press.cards.getArticle(job.slug), press.cards.people)
  const pdf = await finishPdf(printed.pdf, { ...about, title: printed.title, subject: [about.subject, printed.subject].join(' ').trim(), language: printed.language })
  return { pdf, report: await keepChecked(name, pdf, printed.expected, start) }
}

/** Returns what to tell of the file. Throws with all its problems when it is not good. */
async function keepChecked(name: string, pdf: Uint8Array, expected: PdfExpectations, start: number): Promise<string> {
  const { checkPdf } = await import('./pdf/check-pdf.ts')
  const { problems, pageCount } = await checkPdf(pdf, expected)
  if (problems.length > 0) throw new Error(`${name} was not kept:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
  keepFile(join(dist, 'pdf', name), pdf)
  return `${name}: ${pageCount} ${pageCount === 1 ? 'page' : 'pages'}, ${Math.round(pdf.length / 1024)} KB, ${seconds(performance.now() - start)}`
}

/** Prints every file asked for; one that fails does not stop the others. Returns what failed. */
async function printAll(press: Press, slugs: readonly string[], withLibrary: boolean): Promise<string[]> {
  const failures: string[] = []
  const decks = new Map<string, Uint8Array>()
  const jobs = slugs.flatMap((slug) => press.options.only.map((sort): Job => ({ slug, sort })))
  const total = jobs.length + (withLibrary ? 1 : 0)
  let done = 0
  const attempt = async (work: () => Promise<string>): Promise<void> => {
    try {
      const report = await work()
      console.log(`  [${++done}/${total}] ${report}`)
    }
    catch (error) { failures.push(error instanceof Error ? error.message : String(error)) }
  }
  const waiting = [...jobs]
  const work = async (): Promise<void> => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      const { slug, sort } = job
      await attempt(async () => {
        const { pdf, report } = await exportFile(press, { slug, sort })
        if (sort === 'slides' && pdf !== undefined) decks.set(slug, pdf)
        return report
      })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  if (withLibrary && decks.size === slugs.length) {
    await attempt(async () => {
      const start = performance.now()
      const { printLibrary } = await import('./pdf/library-file.ts')
      const files = slugs.flatMap((slug): DeckFile[] => { const pdf = decks.get(slug); return pdf === undefined ? [] : [{ slug, article: press.cards.getArticle(slug), pdf }] })
      const { pdf, expected } = await printLibrary(press.browser, press.site, press.cards, files, press.words)
      return keepChecked('library.pdf', pdf, expected, start)
    })
  }
  return failures
}

async function openBrowser(): Promise<Browser> {
  const executablePath = ensureBrowser()
  try { return await chromium.launch({ executablePath, args: launchArguments }) }
  catch (error) { throw new Error(`The browser ${executablePath} does not start. Set CHROMIUM_PATH to another one, or install Chromium anew.\n${error instanceof Error ? error.message : String(error)}`, { cause: error }) }
}

async function loadWholeLibrary(): Promise<Loaded> {
  const { loadLibrary } = await import('../content/loading/load-library.ts')
  const { loaded } = loadLibrary(root)
  if (loaded === undefined) throw new Error('data/library.yaml cannot be read. Run npm run check to see why.')
  return loaded
}

async function exportDecks(options: ExportOptions): Promise<void> {
  const slugs = options.slugs.length > 0 ? options.slugs : findDecks()
  if (!options.built) await buildSite({ only: ['fonts', 'quiz', ...slugs.map((slug) => `deck ${slug}`)] })
  mkdirSync(join(dist, 'pdf'), { recursive: true })
  const opening = openBrowser()
  const serving = serveSite(0)
  try {
    const cards = readCards(root)
    const [browser, server] = await Promise.all([opening, serving])
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('The local server has no port.')
    console.log(`Printing ${options.only.join(', ')} of ${slugs.join(', ')} …`)
    let library: Promise<Loaded> | undefined
    const press: Press = { browser, site: `http://localhost:${address.port}${basePath()}`, options, words: paperWords[options.language], cards, library: () => (library ??= loadWholeLibrary()) }
    const failures = await printAll(press, slugs, options.slugs.length === 0 && options.only.includes('slides'))
    if (failures.length > 0) throw new Error(failures.join('\n'))
  }
  finally {
    await Promise.allSettled([opening.then((browser) => browser.close()), serving.then((server) => server.close())])
    writePdfIndex()
  }
}

const options = readOptions(process.argv.slice(2), findDecks())
try {
  if (!options.ok) throw new Error(options.problems.join('\n'))
  if (options.value === 'help') console.log(help)
  else await exportDecks(options.value)
}
catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
