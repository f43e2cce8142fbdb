// Reads the text of PDFs in a thread of its own, so that the next file is laid out and finished meanwhile; see read-text.ts.
// Plain JavaScript, since loading pdf.js through a TypeScript loader takes three times as long.
import { parentPort } from 'node:worker_threads'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

parentPort.on('message', async ({ bytes, answer }) => {
  try { answer.postMessage({ pages: await readText(bytes) }) }
  catch (error) { answer.postMessage({ problem: error instanceof Error ? error.message : String(error) }) }
})

async function readText(bytes) {
  const document = await getDocument({ data: bytes, useSystemFonts: false, verbosity: 0 }).promise
  try {
    const pages = []
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent()
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    }
    return pages
  }
  finally { await document.loadingTask.destroy() }
}
