import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { PDFDict, PDFDocument, PDFName, type PDFObject } from '@cantoo/pdf-lib'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { checkPdf } from '../src/tools/pdf/check-pdf.ts'
import { openPrintView, printDeck } from '../src/tools/pdf/print-deck.ts'
import { finishPdf } from '../src/tools/pdf/finish-pdf.ts'
import { printSurface } from '../src/tools/pdf/page-pool.ts'
import { printPaper } from '../src/tools/pdf/paper-page.ts'
import { readText } from '../src/tools/pdf/read-text.ts'
import { readStructure } from '../src/tools/pdf/structure.ts'
import { findDecks } from '../src/tools/site.ts'
import { expect, test } from './fixtures.ts'

const run = promisify(execFile)
/** Runs the export on the built site. Rejects with what it printed when it fails. */
const exportPdfs = (options: readonly string[], environment: NodeJS.ProcessEnv = {}) => run(process.execPath, ['--import', 'tsx', 'src/tools/export.ts', '--built', ...options], { env: { ...process.env, ...environment } })
const readPdf = (name: string): Uint8Array => new Uint8Array(readFileSync(`dist/pdf/${name}.pdf`))

// They write the same files, one after another.
test.describe.configure({ mode: 'default' })

test('a deck prints to a PDF that is tagged, linked and readable, the same bytes each time', async () => {
  test.setTimeout(180_000)
  await exportPdfs(['o1-value', '--only', 'slides'])
  const first = readPdf('o1-value')
  await exportPdfs(['o1-value', '--only', 'slides'])
  expect(Buffer.from(readPdf('o1-value')).equals(Buffer.from(first))).toBe(true)
  const { problems } = await checkPdf(first, {})
  expect(problems).toEqual([])
  const pages = await readText(first)
  expect(pages.length).toBeGreaterThanOrEqual(14)
  expect(pages.join(' ')).toContain('张俊林')
  expect(first.length).toBeLessThanOrEqual(600 * 1024)
})

test('every deck prints, each slide giving its text back, and all of them in one file whose contents lead to each', async () => {
  test.setTimeout(400_000)
  const decks = findDecks()
  const { stdout } = await exportPdfs(['--only', 'slides'])
  for (const slug of [...decks, 'library']) expect(stdout).toContain(`${slug}.pdf`)
  const languages = new Set<string>()
  for (const slug of decks) for (const { language } of readStructure(await PDFDocument.load(readPdf(slug)))) if (language !== undefined) languages.add(language)
  expect([...languages].sort()).toEqual(expect.arrayContaining(['en', 'ru', 'zh']))
  const library = await PDFDocument.load(readPdf('library'))
  const annotations = library.getPage(0).node.Annots()?.asArray().map((ref: PDFObject) => library.context.lookup(ref, PDFDict)) ?? []
  expect(annotations.filter((one) => one.has(PDFName.of('Dest')))).toHaveLength(decks.length)
})

test('the contents before dark slides are dark up to the edge of the sheet', async ({ browser, baseURL }) => {
  const { pdf } = await printPaper(await browser.newPage(printSurface), `${baseURL ?? ''}/`, { title: 't', language: 'en', foot: 'foot', body: '<header><h1>Contents</h1></header>', dark: true }, 'slide')
  const { fnArray, argsArray } = await (await (await getDocument({ data: new Uint8Array(pdf) }).promise).getPage(1)).getOperatorList()
  const fills = fnArray.flatMap((operator, index) => (operator === OPS.setFillRGBColor ? [String(argsArray[index])] : []))
  expect(fills[0]).toBe('#16181b')
  expect(fills).not.toContain('#ffffff')
})

test('handout, worksheet and answers print in Chinese labels on letter paper, and the sheet says nothing of its key', async () => {
  test.setTimeout(180_000)
  await exportPdfs(['no-wall', '--only', 'handout,worksheet,answers', '--language', 'zh-CN', '--paper', 'letter', '--seed', '3', '--count', '6'])
  const [sheet, answers] = await Promise.all(['no-wall-worksheet', 'no-wall-answers'].map(async (name) => PDFDocument.load(readPdf(name), { updateMetadata: false })))
  if (sheet === undefined || answers === undefined) throw new Error('there are two files')
  expect(sheet.getPage(0).getSize()).toMatchObject({ width: 612, height: 792 })
  expect(sheet.getSubject()).toBe(answers.getSubject())
  expect(sheet.getTitle()).toMatch(/：练习卷$/)
  expect((await readText(readPdf('no-wall-worksheet'))).join('')).toContain('姓名')
  expect((await readText(readPdf('no-wall-answers'))).join('')).toContain('出处')
})

test.describe('trouble is told', () => {
  /** A page that stands in for a deck's print view. What is asked of `/never` is never answered. */
  async function servePage(body: string): Promise<{ server: Server, address: string }> {
    const server = createServer((request, response) => {
      if (request.url === '/never') return
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      response.end(`<!doctype html><html lang="en"><title>t</title><body style="margin:0">${body}</body></html>`)
    })
    await new Promise<void>((resolve) => { server.listen(0, resolve) })
    return { server, address: `http://localhost:${(server.address() as AddressInfo).port}/` } // a server that listens on a port has such an address
  }
  const slide = (number: number, content: string) => `<div class="print-slide-container" id="${String(number).padStart(3, '0')}-01" style="position:relative;width:980px;height:552px;break-after:page"><div data-slidev-no="${number}"><h1>Slide</h1>${content}</div></div>`
  /** Slidev shows nothing at all of a slide whose script has been under way for less than a moment. */
  const blankSlide = (number: number) => slide(number, '').replace('<h1>Slide</h1>', '<!---->')

  for (const { name, body, told } of [
    { name: 'a slide that never settles, by its number', body: slide(1, '') + slide(2, '<p aria-busy="true">…</p>'), told: ['slide 2 is still loading'] },
    { name: 'a slide whose script never comes, by its number', body: slide(1, '') + blankSlide(2), told: ['slide 2 is still loading'] },
    { name: 'an image that never comes, with its address', body: slide(1, '') + slide(2, '') + slide(3, '<img src="/never">'), told: ['an image on slide 3 is still loading', '/never'] },
    { name: 'an error of the page', body: `${slide(1, '')}<script>setTimeout(() => { throw new Error('broken part') })</script>`, told: ['The page reported: broken part'] },
  ]) {
    test(name, async ({ browser }) => {
      const { server, address } = await servePage(body)
      try {
        const problem = await openPrintView(await browser.newPage(printSurface), address, {}, 2000).then(() => '', (error: unknown) => String(error))
        for (const words of told) expect(problem).toContain(words)
      }
      finally { server.closeAllConnections(); server.close() }
    })
  }

  test('a character that no font draws, and text that runs over the edge', async ({ browser }) => {
    const { server, address } = await servePage(slide(1, '<p>plain</p>') + slide(2, '<p>lost: \u{10fffd}</p>') + slide(3, '<p style="position:absolute;left:1200px">beyond the edge</p>'))
    try {
      const { pdf, slides } = await printDeck(await browser.newPage(printSurface), address)
      const finished = await finishPdf(pdf, { title: 't', author: 'a', subject: 's', keywords: [], language: 'en', date: new Date(0) })
      const { problems } = await checkPdf(finished, { pages: slides })
      expect(problems.filter((problem) => problem.startsWith('slide'))).toEqual([
        expect.stringMatching(/^slide 2: .*\(U\+10fffd\).*no font/),
        expect.stringMatching(/^slide 3: the text runs over the edge and is cut off: “beyond the edge”/),
      ])
    }
    finally { server.close() }
  })

  test('an unknown deck, with those there are; a browser that is not there; a file that cannot be written; the good file staying each time', async () => {
    test.setTimeout(180_000)
    await exportPdfs(['openai-route', '--only', 'slides'])
    const good = Buffer.from(readPdf('openai-route'))
    await expect(exportPdfs(['o2-value'])).rejects.toThrow(/There is no deck named o2-value\. The decks are .*o1-value/)
    await expect(exportPdfs(['openai-route', '--only', 'slides'], { CHROMIUM_PATH: '/nowhere/chromium' })).rejects.toThrow('CHROMIUM_PATH names /nowhere/chromium, but no file stands there.')
    const obstacle = 'dist/pdf/openai-route.pdf.part'
    mkdirSync(obstacle)
    try { await expect(exportPdfs(['openai-route', '--only', 'slides'])).rejects.toThrow(/openai-route\.pdf was not kept:\n.*could not be written: .*Remove what is in the way\. Then run the command again\./) }
    finally { rmdirSync(obstacle) }
    expect(Buffer.from(readPdf('openai-route')).equals(good)).toBe(true)
  })
})
