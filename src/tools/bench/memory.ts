/** The memory and its storage in headless Chromium: the real code, bundled as for the site, on a made-up learner's log. */
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { build, preview } from 'vite'
import { ensureBrowser, launchArguments } from '../browser.ts'
import { seconds } from '../progress.ts'
import { cache, root } from '../site.ts'
import type { MemoryBenchSize } from './memory-page.ts'
import { percentile, type Measure } from './results.ts'

const output = join(cache, 'bench')

export async function benchMemory(size: MemoryBenchSize): Promise<Measure[]> {
  await build({ configFile: false, root: join(root, 'src/tools/bench'), base: './', logLevel: 'warn', build: { outDir: output, emptyOutDir: true, target: 'es2023', rollupOptions: { input: join(root, 'src/tools/bench/memory-page.html') } }, worker: { format: 'es' } })
  const server = await preview({ configFile: false, root: output, logLevel: 'silent', build: { outDir: output }, preview: { port: 4390, host: 'localhost' } })
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: launchArguments })
  try {
    const address = server.resolvedUrls?.local[0]
    if (address === undefined) throw new Error('The bench could not serve its page on this machine.')
    const page = await browser.newPage()
    page.setDefaultTimeout(0)
    page.on('pageerror', (error) => { console.error(error.message) })
    return await measurePage(page, `${address}memory-page.html`, size)
  }
  finally {
    await browser.close()
    await server.close()
  }
}

async function measurePage(page: Page, address: string, size: MemoryBenchSize): Promise<Measure[]> {
  const open = async (): Promise<void> => {
    await page.goto(address)
    await page.waitForFunction(() => 'memoryBench' in window)
  }
  await open()
  const bytes = await step('writing a log', () => page.evaluate((wanted) => window.memoryBench.prepare(wanted), size))
  const restores = await step('restoring it', () => page.evaluate(() => window.memoryBench.restore(3)))
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
