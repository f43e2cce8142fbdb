/**
 * How long the screen lags behind the learner's keys, in the built app: from the key that says how sure one is to the verdict, and
 * from the key that rates to the next question, whose answer is on the disk by then. Up to the end of the frame that draws it: its
 * callbacks, style, layout, paint and hand-over. When a display asks for a frame is the display's affair: the page's wait for that is
 * told apart, since a browser keeps to sixty frames a second in places even when told that frames are not capped.
 */
import type { BrowserContext, Page } from 'playwright'

/** The first answers fetch what a session shows only after an answer. */
const warmUp = 5
const answers = 100

declare global {
  interface Window { painted: Promise<Pick<Painted, 'ms' | 'waitMs'>> }
}

export interface Painted {
  /** From the key to the end of the frame, less the wait. */
  readonly ms: number
  /** With everything done, until the display asked for the frame. */
  readonly waitMs: number
  /** What the page's thread worked for it, however busy the machine is. */
  readonly processorMs: number
}

export interface AnsweredQuestion {
  readonly verdict: Painted
  readonly next: Painted
}

/** A session of questions with one right option, as practice: each is answered, checked and rated by keys. */
export async function measureKeysToPaint(context: BrowserContext, site: string): Promise<AnsweredQuestion[]> {
  const page = await context.newPage()
  await page.goto(`${site}#/study?practice=1&kind=choice`)
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const readProcessorMs = async (): Promise<number> => 1000 * ((await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
  const press = async (key: string, shows: string): Promise<Painted> => {
    await page.evaluate(watchFor, shows)
    // Asked before the key: a question that comes while the page draws is work of its own.
    const asked = page.evaluate(() => window.painted)
    const before = await readProcessorMs()
    await page.keyboard.down(key)
    const painted = await asked
    const processorMs = await readProcessorMs() - before
    // A finger lifts a tenth of a second after it pressed. Lifted at once, the key would have the page draw a second frame on the heels of the first.
    await page.keyboard.up(key)
    return { ...painted, processorMs }
  }
  const measured: AnsweredQuestion[] = []
  for (let given = 0; given < warmUp + answers; given += 1) {
    await settle(page, '.question .answer-box')
    await page.keyboard.press('a')
    await settle(page, '.answer-box.is-chosen')
    const verdict = await press('2', '.feedback-panel')
    await settle(page, '.feedback-panel .sources')
    measured.push({ verdict, next: await press('Enter', '.unknown') })
  }
  await page.close()
  return measured.slice(warmUp)
}

/** Nobody reads faster than a question or a verdict fades in. */
async function settle(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor()
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
}

/** Runs in the page. Does not ask again and again, for to ask takes frames of its own. */
function watchFor(selector: string): void {
  window.painted = new Promise((resolve) => {
    let pressedMs = Number.NaN
    addEventListener('keydown', ({ timeStamp }) => { pressedMs = timeStamp }, { capture: true, once: true })
    const observer = new MutationObserver(() => {
      if (document.querySelector(selector) === null) return
      observer.disconnect()
      let readyMs: number | undefined
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => { readyMs = performance.now() }, { once: true })
      port1.start()
      // Comes once the task that changed the page is done.
      port2.postMessage(undefined)
      requestAnimationFrame(() => {
        const waitMs = readyMs === undefined ? 0 : performance.now() - readyMs
        // What comes behind a frame's callbacks comes after its paint.
        setTimeout(() => { resolve({ ms: performance.now() - pressedMs - waitMs, waitMs }) })
      })
    })
    observer.observe(document, { childList: true, subtree: true })
  })
}
