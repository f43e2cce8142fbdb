/** From the key that rates an answer to the next question painted, in the built app; the answer is on the disk by then. */
import type { BrowserContext } from 'playwright'

/** The first answers fetch what a session shows only after an answer. */
const warmUp = 5
const answers = 100

declare global {
  interface Window { paintedAfterMs: number[] }
}

export interface NextQuestion {
  readonly paintedMs: number
  /** What the page's thread worked for it, however busy the machine is. */
  readonly processorMs: number
}

/** A session of questions with one right option, as practice; each is given up and rated by a key. */
export async function measureNextQuestion(context: BrowserContext, site: string): Promise<NextQuestion[]> {
  const page = await context.newPage()
  await page.goto(`${site}#/study?practice=1&kind=choice`)
  await page.locator('.question').waitFor()
  await page.evaluate(() => {
    window.paintedAfterMs = []
    let pressedMs = 0
    let shown = document.querySelector('.question')
    addEventListener('keydown', ({ timeStamp }) => { pressedMs = timeStamp }, { capture: true })
    new MutationObserver(() => {
      const question = document.querySelector('.question')
      if (question === null || question === shown) return
      shown = question
      // The frame in which it is drawn, and what the browser does for that frame.
      requestAnimationFrame(() => { setTimeout(() => { window.paintedAfterMs.push(performance.now() - pressedMs) }) })
    }).observe(document, { childList: true, subtree: true })
  })
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const readProcessorMs = async (): Promise<number> => 1000 * ((await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  const measured: NextQuestion[] = []
  for (let given = 1; given <= warmUp + answers; given += 1) {
    await page.locator('.unknown').click()
    await page.locator('.feedback-panel').waitFor()
    const before = await readProcessorMs()
    await page.keyboard.press('Enter')
    const paintedMs = await (await page.waitForFunction((count) => window.paintedAfterMs[count - 1], given)).jsonValue()
    measured.push({ paintedMs: paintedMs ?? Number.NaN, processorMs: await readProcessorMs() - before })
  }
  await page.close()
  return measured.slice(warmUp)
}
