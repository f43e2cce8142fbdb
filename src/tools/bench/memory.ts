/** The memory and its storage in headless Chromium: the real code, bundled as for the site, on a made-up learner's log. */
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright'
import { build } from 'vite'
import { ensureBrowser, launchArguments } from '../browser.ts'
import { buildSite } from '../build.ts'
import { seconds } from '../progress.ts'
import { serveOnFreePort } from '../serve.ts'
import { basePath, cache, root } from '../site.ts'
import type { MemoryBenchSize } from './memory-page.ts'
import { measureKeysToPaint, type AnsweredQuestion, type Painted } from './keys-to-paint.ts'
import { percentile, type Measure } from './results.ts'

const output = join(cache, 'bench')
/** When a display shows the next frame is not ours: frames come as soon as they are ready. */
const frameArguments = ['--disable-frame-rate-limit', '--disable-gpu-vsync']

export async function benchMemory(size: MemoryBenchSize): Promise<Measure[]> {
  await buildSite({ only: ['quiz', 'fonts'] })
  await build({ configFile: false, root: join(root, 'src/tools/bench'), base: './', logLevel: 'warn', build: { outDir: output, emptyOutDir: true, target: 'es2023', rollupOptions: { input: join(root, 'src/tools/bench/memory-page.html') } }, worker: { format: 'es' } })
  const { server, port } = await serveOnFreePort(4390)
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: [...launchArguments, ...frameArguments] })
  try {
    const site = `http://localhost:${port}${basePath()}`
    const [empty, full] = [await browser.newContext({ serviceWorkers: 'block' }), await browser.newContext({ serviceWorkers: 'block' })]
    // The bench's page stands at the app's origin, so that it can fill the app's database.
    await full.route(`${site}bench/**`, (route) => route.fulfill({ path: join(output, new URL(route.request().url()).pathname.slice(`${basePath()}bench/`.length)) }))
    const page = await full.newPage()
    page.setDefaultTimeout(0)
    page.on('pageerror', (error) => { console.error(error.message) })
    const measures = await measurePage(page, `${site}bench/memory-page.html`, size)
    await page.close()
    return [...measures, ...await measureKeys(empty, full, site)]
  }
  finally {
    await browser.close()
    server.close()
  }
}

async function measureKeys(empty: BrowserContext, full: BrowserContext, site: string): Promise<Measure[]> {
  const [without, within] = await step('from the keys to what they show', async () => [await measureKeysToPaint(empty, site), await measureKeysToPaint(full, site)])
  const measuresOf = (name: string, all: readonly Painted[]): Measure[] => {
    const painted = all.map(({ ms }) => ms)
    return [
      { name, unit: 'ms', runs: painted },
      { name: `${name}, 95th percentile`, unit: 'ms', bar: 16, runs: [percentile(painted, 0.95)] },
      { name: '  and until the display asks for the frame', unit: 'ms', runs: all.map(({ waitMs }) => waitMs) },
      { name: '  processor time of the page for it', unit: 'ms', runs: all.map(({ processorMs }) => processorMs) },
    ]
  }
  const nextOf = (all: readonly AnsweredQuestion[]): Painted[] => all.map(({ next }) => next)
  const verdictOf = (all: readonly AnsweredQuestion[]): Painted[] => all.map(({ verdict }) => verdict)
  const medianOf = (all: readonly AnsweredQuestion[]): number => percentile(nextOf(all).map(({ processorMs }) => processorMs), 0.5)
  return [
    ...measuresOf('key to next question painted, empty log', nextOf(without)),
    ...measuresOf('key to next question painted, full log', nextOf(within)),
    { name: '  the full log takes, in processor time', unit: 'times', runs: [medianOf(within) / medianOf(without)] },
    ...measuresOf('key to verdict painted, full log', verdictOf(within)),
  ]
}

async function measurePage(page: Page, address: string, size: MemoryBenchSize): Promise<Measure[]> {
  const open = async (): Promise<void> => {
    await page.goto(address)
    await page.waitForFunction(() => 'memoryBench' in window)
  }
  await open()
  const bytes = await step('writing a log', () => page.evaluate((wanted) => window.memoryBench.prepare(wanted), size))
  const restores = await step('restoring it', () => page.evaluate(() => window.memoryBench.restore(3)))
  await step('filling the app with it', () => page.evaluate(() => window.memoryBench.fillApp()))
  const replays = await step('replaying it', () => page.evaluate(() => window.memoryBench.replay(5)))
  const queues = await step('building the queue', () => page.evaluate(() => window.memoryBench.buildQueues(15)))
  const rows = await step('one row per review in Dexie', () => page.evaluate(() => window.memoryBench.compareRows()))
  const reschedules = await step("ts-fsrs's own reschedule", () => page.evaluate(() => window.memoryBench.compareReschedule(3)))
  const opens: number[] = []
  let answers: number[] = []
  await step('opening and answering', async () => {
    for (let run = 0; run < 5; run++) {
      // A page that has run nothing yet, as for a learner who comes back.
      await open()
      opens.push(await page.evaluate((count) => window.memoryBench.open(count), size.questions))
    }
    answers = await page.evaluate(() => window.memoryBench.answer(300))
  })
  const compare = Math.min(size.compare, size.reviews)
  return [
    { name: 'open the database and have the first question', unit: 'ms', bar: 500, runs: opens },
    { name: 'build the whole due queue', unit: 'ms', bar: 50, runs: queues.map(({ everythingMs }) => everythingMs) },
    { name: 'build the queue of a learner with daily limits', unit: 'ms', runs: queues.map(({ limitedMs }) => limitedMs) },
    { name: 'answer to durable', unit: 'ms', runs: answers },
    { name: 'answer to durable, 95th percentile', unit: 'ms', bar: 15, runs: [percentile(answers, 0.95)] },
    { name: 'full replay in a worker', unit: 'ms', bar: 2_000, runs: replays.map(({ ms }) => ms) },
    { name: 'longest block of the page meanwhile', unit: 'ms', bar: 50, runs: replays.map(({ longestBlockMs }) => longestBlockMs) },
    { name: 'restore a backup', unit: 'ms', bar: 3_000, runs: restores.map(({ ms }) => ms) },
    { name: 'longest block of the page meanwhile (restore)', unit: 'ms', runs: restores.map(({ longestBlockMs }) => longestBlockMs) },
    { name: 'bytes of a sealed review', unit: 'bytes', bar: 24, runs: [bytes] },
    { name: `write ${compare} reviews, sealed`, unit: 'ms', runs: [rows.sealedWriteMs] },
    { name: `write ${compare} reviews, a row each in Dexie`, unit: 'ms', runs: [rows.rowWriteMs] },
    { name: '  a row each takes', unit: 'times', runs: [rows.rowWriteMs / rows.sealedWriteMs] },
    { name: `read ${compare} reviews, sealed`, unit: 'ms', runs: [rows.sealedReadMs] },
    { name: `read ${compare} reviews, a row each in Dexie`, unit: 'ms', runs: [rows.rowReadMs] },
    { name: '  a row each takes', unit: 'times', runs: [rows.rowReadMs / rows.sealedReadMs] },
    { name: `replay ${compare} reviews`, unit: 'ms', runs: reschedules.map(({ replayMs }) => replayMs) },
    { name: `reschedule ${compare} reviews with ts-fsrs`, unit: 'ms', runs: reschedules.map(({ rescheduleMs }) => rescheduleMs) },
    { name: '  reschedule takes', unit: 'times', runs: reschedules.map(({ replayMs, rescheduleMs }) => rescheduleMs / replayMs) },
  ]
}

async function step<Value>(name: string, run: () => Promise<Value>): Promise<Value> {
  const start = performance.now()
  const value = await run()
  console.log(`  ${name}, ${seconds(performance.now() - start)}`)
  return value
}
