/** `npm run export`: prints built decks to PDF, checks each file, and only then puts it in place. */
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser } from 'playwright'
import { describeDeck } from './pdf/describe-deck.ts'
import { checkPdf } from './pdf/check-pdf.ts'
import { ensureBrowser, launchArguments } from './browser.ts'
import { buildSite, writePdfIndex } from './build.ts'
import { finishPdf } from './pdf/finish-pdf.ts'
import { printDeck } from './pdf/print-deck.ts'
import { seconds } from './progress.ts'
import { serveSite } from './serve.ts'
import { basePath, dist, findDecks } from './site.ts'

const help = `npm run export [slug …]   prints decks to dist/pdf/<slug>.pdf; all of them when none is named

Each file is tagged and checked: language, title, outline, links, embedded fonts, and that every character of
every slide can be read back. A file that fails a check is not kept, and an older good one stays.`

async function exportDeck(browser: Browser, site: string, slug: string): Promise<void> {
  const start = performance.now()
  const printed = await printDeck(browser, `${site}decks/${slug}/`)
  const pdf = await finishPdf(printed.pdf, { ...await describeDeck(slug), language: printed.language })
  const problems = await checkPdf(pdf, { pageCount: printed.slideTexts.length, pageTexts: printed.slideTexts })
  if (problems.length > 0) throw new Error(`${slug}.pdf was not kept:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
  const file = join(dist, 'pdf', `${slug}.pdf`)
  keepFile(file, pdf)
  console.log(`  ${slug}.pdf: ${printed.slideTexts.length} pages, ${Math.round(statSync(file).size / 1024)} KB, ${seconds(performance.now() - start)}`)
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

async function exportDecks(slugs: readonly string[]): Promise<void> {
  await buildSite({ only: ['fonts', 'quiz', ...slugs.map((slug) => `deck ${slug}`)] })
  mkdirSync(join(dist, 'pdf'), { recursive: true })
  const server = await serveSite(0)
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: launchArguments })
  const failures: string[] = []
  try {
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('The local server has no port.')
    console.log(`Printing ${slugs.join(', ')} …`)
    for (const slug of slugs) {
      try { await exportDeck(browser, `http://localhost:${address.port}${basePath()}`, slug) }
      catch (error) { failures.push(error instanceof Error ? error.message : String(error)) }
    }
  }
  finally {
    await browser.close()
    server.close()
  }
  writePdfIndex()
  if (failures.length > 0) throw new Error(failures.join('\n'))
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' } } })
if (values.help) console.log(help)
else {
  const known = findDecks()
  const unknown = positionals.filter((slug) => !known.includes(slug))
  try {
    if (unknown.length > 0) throw new Error(`There is no deck named ${unknown.join(', ')}. The decks are ${known.join(', ')}.`)
    await exportDecks(positionals.length > 0 ? positionals : known)
  }
  catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
