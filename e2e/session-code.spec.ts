import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import decodeQR from 'qr/decode.js'
import type { Browser, Page } from 'playwright/test'
import { assertLibrary } from '../src/tools/assert-library.ts'
import { startDeckWorkers } from '../src/tools/deck-workers.ts'
import { checkPdf } from '../src/tools/pdf/check-pdf.ts'
import { textOf } from '../src/tools/pdf/destinations.ts'
import { finishPdf } from '../src/tools/pdf/finish-pdf.ts'
import { printSurface } from '../src/tools/pdf/page-pool.ts'
import { printDeck } from '../src/tools/pdf/print-deck.ts'
import { readStructure } from '../src/tools/pdf/structure.ts'
import { expect, test } from './fixtures.ts'

const publicAddress = 'https://example.org/lectern'
const session = `${publicAddress}/#/study?article=o1-value`

/** Builds the deck as if data/library.yaml named a public address. Returns the folder with its files. */
async function buildPublishedDeck(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-published-'))
  const compiled = await assertLibrary()
  const compiledFile = join(folder, 'library.json')
  writeFileSync(compiledFile, JSON.stringify({ ...compiled, catalogue: { ...compiled.catalogue, library: { ...compiled.catalogue.library, publicAddress } } }))
  const workers = startDeckWorkers(1, compiledFile)
  try { await workers.build('o1-value', join(folder, 'deck')) }
  finally { workers.end() }
  return join(folder, 'deck')
}

/** A page of the site on which this deck stands in the place of the built one. */
async function openSite(browser: Browser, deck: string): Promise<Page> {
  const page = await browser.newPage({ ...printSurface, deviceScaleFactor: 2, serviceWorkers: 'block' })
  await page.route(/\/decks\/o1-value\//, async (route) => {
    const path = new URL(route.request().url()).pathname.split('/decks/o1-value/')[1] ?? ''
    await route.fulfill({ path: join(deck, path === '' ? 'index.html' : path) })
  })
  return page
}

/** What a phone reads in a picture. */
async function scan(browser: Browser, png: Buffer): Promise<string> {
  const page = await browser.newPage()
  const picture = await page.evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('the browser draws no pictures')
    context.drawImage(image, 0, 0)
    return { width: image.width, height: image.height, data: [...context.getImageData(0, 0, image.width, image.height).data] }
  }, png.toString('base64'))
  await page.close()
  return decodeQR({ ...picture, data: Uint8Array.from(picture.data) })
}

test('where the site has a public address, the last slide and its page lead to a session on the article, by link and by a code that can be scanned', async ({ browser, baseURL }) => {
  test.setTimeout(240_000)
  const deck = await buildPublishedDeck()
  const address = `${baseURL}/decks/o1-value/`
  const { pdf, slides, language } = await printDeck(await openSite(browser, deck), address, { publicAddress })
  const finished = await finishPdf(pdf, { title: 't', author: 'a', subject: 's', keywords: [], language, date: new Date(0) })
  expect((await checkPdf(finished, { pages: slides })).problems).toEqual([])
  const document = await PDFDocument.load(finished)
  expect(readStructure(document).filter(({ type }) => type === 'Figure').at(-1)?.alternative).toContain(session)
  const last = document.getPages().at(-1)?.node.Annots()?.asArray().map((ref) => textOf(document.context.lookup(ref, PDFDict).lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI')))) ?? []
  expect(last).toContain(session)

  const page = await openSite(browser, deck)
  await page.goto(`${address}#/${slides.length}`)
  const code = page.getByRole('img', { name: session })
  await expect(code).toBeVisible()
  expect(await scan(browser, await code.screenshot())).toBe(session)
})
