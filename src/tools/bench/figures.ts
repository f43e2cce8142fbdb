/** What a step of a slider costs the page's main thread, and how much the figures add to what is loaded. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium, type CDPSession, type Page } from 'playwright'
import { mechanisms } from '../../mechanisms/registry.ts'
import { ensureBrowser, launchArguments } from '../browser.ts'
import { buildSite } from '../build.ts'
import { serveOnFreePort } from '../serve.ts'
import { basePath, dist } from '../site.ts'
import { percentile, type Measure } from './results.ts'

/** Steps measured for each slider, after as many that warm the page up. */
const steps = 24
/** How often each control is then moved through its range: a few frames in a hundred hold a collection of garbage. */
const rounds = 3
const frameBarMs = 8
/** Everything that draws: models, figures, charts, maps. */
const loadBarBytes = 120_000

export async function benchFigures(): Promise<Measure[]> {
  await buildSite({ only: ['quiz'] })
  const { server, port } = await serveOnFreePort(4380)
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: launchArguments })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    const site = `http://localhost:${port}${basePath()}`
    return [...await measureLoad(page, site), ...await measureFrames(page, site)]
  }
  finally {
    await browser.close()
    server.close()
  }
}

/** The scripts and styles that pages with figures ask for beyond those of pages without, compressed as a host would. */
async function measureLoad(page: Page, site: string): Promise<Measure[]> {
  const asked = new Set<string>()
  page.on('request', (request) => { const { pathname } = new URL(request.url()); if (/\.(js|css)$/.test(pathname)) asked.add(pathname.slice(basePath().length)) })
  const open = async (...routes: readonly string[]): Promise<Set<string>> => {
    asked.clear()
    for (const route of routes) {
      await page.goto('about:blank')
      await page.goto(`${site}#/${route}`, { waitUntil: 'networkidle' })
    }
    return new Set(asked)
  }
  const without = await open('', 'library', 'glossary', 'questions/o1-q-definite-answer')
  const withFigures = await open('mechanisms/step-success', 'mechanisms/compression', 'articles/o1-value', 'progress')
  const added = [...withFigures].filter((file) => !without.has(file))
  const bytes = added.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0)
  return [{ name: 'all figures, charts and maps, and their pages, gzip', unit: 'bytes', bar: loadBarBytes, runs: [bytes] }]
}

async function measureFrames(page: Page, site: string): Promise<Measure[]> {
  const session = await page.context().newCDPSession(page)
  // Processor time of the main thread, so that other programs do not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const measures: Measure[] = []
  for (const { id } of mechanisms) {
    await page.goto('about:blank')
    await page.goto(`${site}#/mechanisms/${id}`, { waitUntil: 'networkidle' })
    await page.locator('.parameter-slider input').first().waitFor()
    const sliders = await page.locator('.parameter-slider input').count()
    const costs: number[] = []
    for (let slider = 0; slider < sliders; slider++) {
      // The first time warms up.
      for (let step = 0; step < (1 + rounds) * steps; step++) {
        const before = await mainThreadMs(session)
        await page.evaluate(moveSlider, { slider, part: (step % steps) / (steps - 1) })
        if (step >= steps) costs.push(await mainThreadMs(session) - before)
      }
    }
    measures.push({ name: `${id}, a frame`, unit: 'ms', bar: frameBarMs, runs: costs }, { name: '  95th percentile', unit: 'ms', bar: frameBarMs, runs: [percentile(costs, 0.95)] })
  }
  return measures
}

/** Scripts, style, layout and paint since the page began, in milliseconds. */
async function mainThreadMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000
}

/** Runs in the page: moves a slider as a hand does, and waits until the next frame has been drawn: what follows its callbacks comes after its paint. */
function moveSlider({ slider, part }: { slider: number, part: number }): Promise<void> {
  const input = document.querySelectorAll<HTMLInputElement>('.parameter-slider input')[slider]
  if (!input) throw new Error(`There is no slider ${slider}.`)
  input.value = String(Math.round(part * Number(input.max)))
  input.dispatchEvent(new InputEvent('input', { bubbles: true }))
  return new Promise((resolve) => { requestAnimationFrame(() => { setTimeout(resolve) }) })
}
