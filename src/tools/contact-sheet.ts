/** `npm run sheet`: every slide of a deck on one PNG, for the README and for reviewing by eye. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright'
import { openBrowser } from './browser.ts'
import { buildSite } from './build.ts'
import { printSurface } from './pdf/page-pool.ts'
import { openPrintView } from './pdf/print-deck.ts'
import { serveSite } from './serve.ts'
import { basePath, dist, findDecks } from './site.ts'

const help = `npm run sheet [slug …]   writes dist/sheets/<slug>.png with every slide of a deck

  --columns N   slides in a row (default 3)
  --width N     width of one slide in pixels (default 490)
  --built       from the decks as they stand in dist/, without building what is stale`

async function writeSheet(browser: Browser, address: string, slug: string, columns: number, width: number): Promise<void> {
  const page = await browser.newPage(printSurface)
  await openPrintView(page, `${address}decks/${slug}/`)
  const pictures = await page.evaluate(() => document.querySelectorAll('.print-slide-container').length)
  const shots: string[] = []
  for (let index = 0; index < pictures; index++) shots.push((await page.locator('.print-slide-container').nth(index).screenshot({ type: 'png' })).toString('base64'))
  await page.close()
  const sheet = await browser.newPage({ viewport: { width: columns * (width + 12) + 12, height: 600 } })
  const images = shots.map((shot) => `<img src="data:image/png;base64,${shot}" width="${width}">`).join('')
  await sheet.setContent(`<body style="margin:12px 0 0 12px;background:#6f6c66;display:flex;flex-wrap:wrap;gap:12px">${images}</body>`)
  const folder = join(dist, 'sheets')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${slug}.png`), await sheet.screenshot({ fullPage: true }))
  await sheet.close()
  console.log(`  ${join('dist/sheets', `${slug}.png`)}: ${pictures} slides`)
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean' }, columns: { type: 'string', default: '3' }, width: { type: 'string', default: '490' }, built: { type: 'boolean' } } })
if (values.help) console.log(help)
else {
  const known = findDecks()
  const slugs = positionals.length > 0 ? positionals : known
  const unknown = slugs.filter((slug) => !known.includes(slug))
  try {
    if (unknown.length > 0) throw new Error(`There is no deck named ${unknown.join(', ')}. The decks are ${known.join(', ')}.`)
    if (!values.built) await buildSite({ only: ['fonts', 'quiz', ...slugs.map((slug) => `deck ${slug}`)] })
    const server = await serveSite(0)
    const browser = await openBrowser()
    try {
      const address = server.address()
      if (address === null || typeof address === 'string') throw new Error('The local server has no port.')
      for (const slug of slugs) await writeSheet(browser, `http://localhost:${address.port}${basePath()}`, slug, Number(values.columns), Number(values.width))
    }
    finally {
      await browser.close()
      server.close()
    }
  }
  catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
