/** How soon the first slide of a built deck is painted, what is fetched for it, and how large the fonts of the site are. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Browser } from 'playwright'
import { ensureBrowser, launchArguments } from '../browser.ts'
import { buildSite } from '../build.ts'
import { serveSite } from '../serve.ts'
import { dist, findDecks } from '../site.ts'
import type { Measure } from './results.ts'

/** Visits a deck, each with an empty cache. */
const visits = 5

export async function benchDecks(): Promise<Measure[]> {
  await buildSite()
  const decks = findDecks()
  const server = await serveSite(0, '/')
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: launchArguments })
  try {
    const site = `http://localhost:${(server.address() as AddressInfo).port}/` // it listens on a port, so its address is one
    const paints: Measure[] = []
    const sizes: number[] = []
    for (const slug of decks) {
      const runs: number[] = []
      for (let visit = 0; visit < visits; visit++) {
        const { paintedMs, fetched } = await visitDeck(browser, `${site}decks/${slug}/`)
        runs.push(paintedMs)
        if (visit === 0) sizes.push(fetched.reduce((sum, path) => sum + gzipSync(readFileSync(join(dist, path))).length, 0))
      }
      paints.push({ name: `first slide of ${slug}`, unit: 'ms', bar: 1000, runs })
    }
    const fonts = readdirSync(join(dist, 'fonts')).reduce((sum, name) => sum + statSync(join(dist, 'fonts', name)).size, 0)
    return [
      ...paints,
      { name: 'page, styles and scripts before the first slide, gzip, largest deck', unit: 'bytes', bar: 250_000, runs: [Math.max(...sizes)] },
      { name: 'fonts of all decks and the quiz', unit: 'bytes', bar: 900_000, runs: [fonts] },
    ]
  }
  finally {
    await browser.close()
    server.close()
  }
}

/** When the first slide was painted, and the pages, styles and scripts that were asked for until then, as paths below dist/. */
async function visitDeck(browser: Browser, address: string): Promise<{ paintedMs: number, fetched: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  try {
    const page = await context.newPage()
    await page.goto(address)
    // The largest text that is painted first is the slide's; the page is empty before.
    const paintedMs = await page.evaluate(() => new Promise<number>((resolve) => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if ('element' in entry && entry.element instanceof Element && entry.element.closest('.slide-cover, .slide-frame') !== null) resolve(entry.startTime)
      }).observe({ type: 'largest-contentful-paint', buffered: true })
    }))
    const fetched = await page.evaluate((until) => performance.getEntriesByType('resource').filter(({ startTime, name }) => startTime < until && /\.(js|css)$/.test(name)).map(({ name }) => new URL(name).pathname), paintedMs)
    return { paintedMs, fetched: [`${new URL(address).pathname}index.html`, ...fetched] }
  }
  finally { await context.close() }
}
