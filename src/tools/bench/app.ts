/** How soon the quiz can be answered, on a slow machine, and how fast its search is. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright'
import { makeSearchIndex } from '../../../quiz/search/search-index.ts'
import { loadLibrary } from '../../content/loading/load-library.ts'
import { ensureBrowser, launchArguments } from '../browser.ts'
import { buildSite } from '../build.ts'
import { serveOnFreePort } from '../serve.ts'
import { basePath, root } from '../site.ts'
import { percentile, type Measure } from './results.ts'

/** A phone of the middle class is about a quarter as fast as the machines this is written on. */
const slowdown = 4
const starts = 5
/** After the first visit: the worker keeps the files on the second, and the browser the compiled script from the third on. */
const visitsToWarm = 3
/** Typed letter by letter: the library's languages, people, terms, and slips of the finger. */
const queries = ['scaling law', 'scalling', 'chain of thought', 'reinforcment learning', 'Sutskever', '缩放定律', '思维链', 'масштабирования', 'Лекун', 'synthetic data wall']

declare global {
  interface Window { questionMs?: number; tellUsable: (usableMs: string) => void }
}

export async function benchApp(): Promise<Measure[]> {
  await buildSite({ only: ['quiz', 'fonts'] })
  const { server, port } = await serveOnFreePort(4385)
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: launchArguments })
  try {
    const site = `http://localhost:${port}${basePath()}`
    return [...await measureStarts(site), ...measureSearch(), ...await measureKeystrokes(browser, site)]
  }
  finally {
    await browser.close()
    server.close()
  }
}

interface Start { readonly usableMs: number; readonly processorMs: number; readonly scriptBytes: number }

/** In a profile on the disk, as a learner's is: a private window keeps less from one visit to the next. */
async function measureStarts(site: string): Promise<Measure[]> {
  const [cold, second, warm]: [Start[], Start[], Start[]] = [[], [], []]
  for (let run = 0; run < starts; run++) {
    const profile = mkdtempSync(join(tmpdir(), 'lectern-profile-'))
    const context = await chromium.launchPersistentContext(profile, { executablePath: ensureBrowser(), args: launchArguments, viewport: { width: 1280, height: 720 } })
    cold.push(await startStudy(context, site))
    await awaitWorker(context, site)
    second.push(await startStudy(context, site))
    for (let visit = 1; visit < visitsToWarm; visit++) await startStudy(context, site)
    warm.push(await startStudy(context, site))
    await context.close()
    rmSync(profile, { recursive: true })
  }
  const processor = (all: readonly Start[]) => all.map(({ processorMs }) => processorMs)
  return [
    { name: `first question, nothing cached, processor ${slowdown} times slower`, unit: 'ms', bar: 1_500, runs: cold.map(({ usableMs }) => usableMs) },
    { name: `first question, everything cached, processor ${slowdown} times slower`, unit: 'ms', bar: 500, runs: warm.map(({ usableMs }) => usableMs) },
    { name: '  and on the second visit, before its script is kept compiled', unit: 'ms', runs: second.map(({ usableMs }) => usableMs) },
    { name: '  of it in the processor, nothing cached', unit: 'ms', runs: processor(cold) },
    { name: '  of it in the processor, everything cached', unit: 'ms', runs: processor(warm) },
    { name: 'script before the first question, compressed', unit: 'bytes', bar: 120_000, runs: cold.map(({ scriptBytes }) => scriptBytes) },
  ]
}

/** Opens a session in a new page and waits for its first question. */
async function startStudy(context: BrowserContext, site: string): Promise<Start> {
  const page = await context.newPage()
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('.question') === null) return
      observer.disconnect()
      window.questionMs = performance.now()
      // Usable when it is painted: after the next frame.
      requestAnimationFrame(() => setTimeout(() => { window.tellUsable(String(performance.now())) }))
    }).observe(document, { childList: true, subtree: true })
  })
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  // The page tells it by itself: whatever looks on from outside, scripts of its own among it, would slow the start.
  await session.send('Runtime.enable')
  await session.send('Runtime.addBinding', { name: 'tellUsable' })
  const told = new Promise<number>((resolve) => { session.on('Runtime.bindingCalled', ({ name, payload }) => { if (name === 'tellUsable') resolve(Number(payload)) }) })
  await session.send('Page.navigate', { url: `${site}#/study` })
  const usableMs = await told
  const { metrics } = await session.send('Performance.getMetrics')
  const scripts = await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name, startTime }) => name.endsWith('.js') && startTime < (window.questionMs ?? Number.NaN)).map(({ name }) => name))
  const sizes = await Promise.all(scripts.map(async (address) => gzipSync(await (await page.request.get(address)).body()).length))
  await page.close()
  const threadSeconds = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
  return { usableMs, processorMs: threadSeconds * 1000, scriptBytes: sizes.reduce((sum, size) => sum + size, 0) }
}

async function awaitWorker(context: BrowserContext, site: string): Promise<void> {
  const page = await context.newPage()
  await page.goto(site)
  await page.evaluate(async () => { await navigator.serviceWorker.ready })
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated')
  await page.close()
}

/** Every keystroke of the queries against an index of the whole library with every question seen. */
function measureSearch(): Measure[] {
  const { loaded } = loadLibrary(root)
  if (loaded === undefined) throw new Error(`The library in ${join(root, 'data')} cannot be read; npm run check says why.`)
  const { catalogue, commons, articles } = loaded.compiled
  const begun = performance.now()
  const index = makeSearchIndex({ catalogue, commons, contents: Object.values(articles), hasSeen: () => true, plainText: (html) => html.replaceAll(/<[^>]+>/g, '') })
  const madeMs = performance.now() - begun
  const keystrokes = queries.flatMap((query) => Array.from(query, (_, last) => query.slice(0, last + 1)))
  const times = keystrokes.map((typed) => {
    const start = performance.now()
    index.find(typed)
    return performance.now() - start
  })
  return [
    { name: 'making the search index', unit: 'ms', runs: [madeMs] },
    { name: 'search for what was typed so far', unit: 'ms', runs: times },
    { name: 'search for what was typed so far, 95th percentile', unit: 'ms', bar: 30, runs: [percentile(times, 0.95)] },
  ]
}

/** From a letter typed to its results on the page. */
async function measureKeystrokes(browser: Browser, site: string): Promise<Measure[]> {
  const page: Page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  await page.goto(`${site}#/library`)
  const field = page.getByRole('searchbox')
  await field.fill('s')
  await page.locator('search li').first().waitFor()
  const times: number[] = []
  for (const query of queries) {
    times.push(...await field.evaluate(async (input: HTMLInputElement, text) => {
      const taken: number[] = []
      for (let length = 1; length <= text.length; length++) {
        const start = performance.now()
        input.value = text.slice(0, length)
        input.dispatchEvent(new Event('input', { bubbles: true }))
        // The address changes first, then what is shown: all of it in microtasks, before the next task.
        await new Promise((resolve) => { setTimeout(resolve) })
        taken.push(performance.now() - start)
      }
      return taken
    }, query))
  }
  await page.close()
  return [
    { name: 'from a letter typed to the results on the page', unit: 'ms', runs: times },
    { name: 'from a letter typed to the results on the page, 95th percentile', unit: 'ms', bar: 30, runs: [percentile(times, 0.95)] },
  ]
}
