/** `npm run export`: prints built decks to PDF, checks each file, and only then puts it in place. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser } from 'playwright'
import type { ArticleContent } from '../content/library.ts'
import { loadLibrary, type Loaded } from '../content/loading/load-library.ts'
import { launchArguments, ensureBrowser } from './browser.ts'
import { buildSite, writePdfIndex } from './build.ts'
import { checkPdf, type PdfExpectations } from './pdf/check-pdf.ts'
import { describeArticle } from './pdf/describe-article.ts'
import { help, readOptions, type ExportOptions, type Sort } from './pdf/export-options.ts'
import { finishPdf } from './pdf/finish-pdf.ts'
import { handoutHead, printHandout, slideMargins } from './pdf/handout.ts'
import { printLibrary, type DeckFile } from './pdf/library-file.ts'
import { printPaper } from './pdf/paper-page.ts'
import { printDeck, type PrintView } from './pdf/print-deck.ts'
import { answersHtml } from './pdf/worksheet/answers-html.ts'
import { chooseQuestions } from './pdf/worksheet/choose-questions.ts'
import { worksheetHtml } from './pdf/worksheet/worksheet-html.ts'
import { seconds } from './progress.ts'
import { serveSite } from './serve.ts'
import { basePath, dist, findDecks, root } from './site.ts'

/** Where to print from and what with. */
interface Press { readonly browser: Browser, readonly site: string, readonly loaded: Loaded, readonly options: ExportOptions }

/** What came out of the browser: not yet finished, not yet checked. */
interface Printed { readonly pdf: Uint8Array, readonly language: string, readonly title: string, readonly subject?: string, readonly expected: PdfExpectations }

function getArticle({ loaded }: Press, slug: string) {
  const { catalogue, articles } = loaded.compiled
  const file = catalogue.articles.find((one) => one.slug === slug)
  const content = Object.values(articles).find((one) => one.slug === slug)
  const deck = loaded.library.decks.find((one) => one.slug === slug)
  if (file === undefined || content === undefined || deck === undefined) throw new Error(`${slug} has a deck but is not among the articles of data/library.yaml, or cannot be read. Run npm run check to see why.`)
  return { file, content, deck }
}

function viewOf({ loaded, options: { range } }: Press): PrintView {
  const { publicAddress } = loaded.compiled.catalogue.library
  return { ...(range === undefined ? {} : { range }), ...(publicAddress === undefined ? {} : { publicAddress }) }
}

async function printSlides(press: Press, slug: string, title: string): Promise<Printed> {
  const { pdf, language, slideTexts } = await printDeck(press.browser, `${press.site}decks/${slug}/`, { ...viewOf(press), withClicks: press.options.withClicks })
  return { pdf, language, title, expected: { pageCount: slideTexts.length, pageTexts: slideTexts } }
}

async function printDeckHandout(press: Press, slug: string): Promise<Printed> {
  const { file, content, deck } = getArticle(press, slug)
  const { catalogue, articles } = press.loaded.compiled
  const drawnOn: readonly ArticleContent[] = file.kind === 'synthesis' ? Object.values(articles) : [content]
  const title = `${file.title}: handout`
  const handout = { head: handoutHead(file, catalogue.people), margins: slideMargins(deck, drawnOn, catalogue.people), foot: file.title, title, view: viewOf(press) }
  const { pdf, text, language } = await printHandout(press.browser, `${press.site}decks/${slug}/`, handout, press.options.paper)
  return { pdf, language, title, expected: { text } }
}

/** The worksheet or its answers; undefined when the article has no question of the kinds asked for. */
async function printQuestions(press: Press, slug: string, sort: 'worksheet' | 'answers'): Promise<Printed | undefined> {
  const { file, content } = getArticle(press, slug)
  const { catalogue } = press.loaded.compiled
  const questions = chooseQuestions(content, catalogue, press.options)
  if (questions.length === 0) return undefined
  const label = `sheet ${press.options.seed}`
  const body = sort === 'worksheet' ? worksheetHtml(file.title, label, questions) : answersHtml(file.title, label, slug, questions, claimsOf(press), catalogue.slides)
  const title = `${file.title}: ${sort}`
  const { pdf, text } = await printPaper(press.browser, press.site, { title, language: catalogue.library.language, foot: `${title}, ${label}`, body }, press.options.paper)
  return { pdf, language: catalogue.library.language, title, subject: `${questions.length} questions, ${label}.`, expected: { text } }
}

const claimsOf = ({ loaded }: Press) => Object.values(loaded.compiled.articles).flatMap(({ claims }) => claims)

function printSort(press: Press, slug: string, sort: Sort): Promise<Printed | undefined> {
  switch (sort) {
    case 'slides': return printSlides(press, slug, getArticle(press, slug).file.title)
    case 'handout': return printDeckHandout(press, slug)
    case 'worksheet': case 'answers': return printQuestions(press, slug, sort)
  }
}

/** Prints, finishes, checks and keeps one file. Returns its bytes, or undefined when there was nothing to print. */
async function exportFile(press: Press, slug: string, sort: Sort): Promise<Uint8Array | undefined> {
  const start = performance.now()
  const name = sort === 'slides' ? `${slug}.pdf` : `${slug}-${sort}.pdf`
  const printed = await printSort(press, slug, sort)
  if (printed === undefined) {
    console.log(`  ${name}: left out, for ${slug} has no question of these kinds`)
    return undefined
  }
  const about = describeArticle(getArticle(press, slug).file, press.loaded.compiled.catalogue.people)
  const pdf = await finishPdf(printed.pdf, { ...about, title: printed.title, subject: [about.subject, printed.subject].join(' ').trim(), language: printed.language })
  await keepChecked(name, pdf, printed.expected, start)
  return pdf
}

async function keepChecked(name: string, pdf: Uint8Array, expected: PdfExpectations, start: number): Promise<void> {
  const { problems, pageCount } = await checkPdf(pdf, expected)
  if (problems.length > 0) throw new Error(`${name} was not kept:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
  keepFile(join(dist, 'pdf', name), pdf)
  console.log(`  ${name}: ${pageCount} ${pageCount === 1 ? 'page' : 'pages'}, ${Math.round(pdf.length / 1024)} KB, ${seconds(performance.now() - start)}`)
}

/** Writes aside and renames, so that a full disk or a stopped run never leaves half a file in place of a good one. */
function keepFile(file: string, bytes: Uint8Array): void {
  const aside = `${file}.part`
  try {
    writeFileSync(aside, bytes)
    renameSync(aside, file)
  }
  catch (error) {
    rmSync(aside, { force: true })
    throw new Error(`${file} could not be written: ${error instanceof Error ? error.message : String(error)}. Free some space, or close the program that has it open, and run the command again.`, { cause: error })
  }
}

/** Prints every file asked for; one that fails does not stop the others. Returns what failed. */
async function printAll(press: Press, slugs: readonly string[], withLibrary: boolean): Promise<string[]> {
  const failures: string[] = []
  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try { return await work() }
    catch (error) { failures.push(error instanceof Error ? error.message : String(error)); return undefined }
  }
  const decks: DeckFile[] = []
  for (const slug of slugs) {
    for (const sort of press.options.only) {
      const pdf = await attempt(() => exportFile(press, slug, sort))
      if (sort === 'slides' && pdf !== undefined) decks.push({ slug, article: getArticle(press, slug).file, pdf })
    }
  }
  if (withLibrary && decks.length === slugs.length) {
    await attempt(async () => {
      const start = performance.now()
      const { pdf, expected } = await printLibrary(press.browser, press.site, press.loaded.compiled.catalogue, decks)
      await keepChecked('library.pdf', pdf, expected, start)
    })
  }
  return failures
}

async function exportDecks(options: ExportOptions): Promise<void> {
  const slugs = options.slugs.length > 0 ? options.slugs : findDecks()
  if (!options.built) await buildSite({ only: ['fonts', 'quiz', ...slugs.map((slug) => `deck ${slug}`)] })
  const { loaded } = loadLibrary(root)
  if (loaded === undefined) throw new Error('data/library.yaml cannot be read. Run npm run check to see why.')
  mkdirSync(join(dist, 'pdf'), { recursive: true })
  const server = await serveSite(0)
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: launchArguments })
  try {
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('The local server has no port.')
    console.log(`Printing ${options.only.join(', ')} of ${slugs.join(', ')} …`)
    const press: Press = { browser, site: `http://localhost:${address.port}${basePath()}`, loaded, options }
    const failures = await printAll(press, slugs, options.slugs.length === 0 && options.only.includes('slides'))
    if (failures.length > 0) throw new Error(failures.join('\n'))
  }
  finally {
    await browser.close()
    server.close()
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
