import type { Page } from 'playwright/test'
import { mechanisms } from '../src/mechanisms/registry.ts'
import { expect, test } from './fixtures.ts'

/** Notes from the page's first moment on what is pushed up or down. A number that stands at the right edge and grows to the left is no shift, nor is a thumb. */
function noteShifts(): void {
  const shifts: string[] = []
  Object.assign(window, { shifts })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      // The library of types does not know these entries.
      const { sources } = entry as PerformanceEntry & { sources: readonly { node: Node | null, previousRect: DOMRectReadOnly, currentRect: DOMRectReadOnly }[] }
      for (const { node, previousRect, currentRect } of sources) {
        const pushed = currentRect.y - previousRect.y
        if (Math.abs(pushed) >= 1) shifts.push(`${node instanceof Element ? node.outerHTML.slice(0, 60) : node?.nodeName} by ${pushed}`)
      }
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

const readShifts = (page: Page): Promise<readonly string[]> => page.evaluate(() => (window as Window & { shifts?: readonly string[] }).shifts ?? ['nothing was noted']) // set by noteShifts

/** Runs in the page: moves every slider along its way, a frame a step. */
async function dragAll(): Promise<void> {
  const frame = (): Promise<unknown> => new Promise((resolve) => { requestAnimationFrame(() => { setTimeout(resolve) }) })
  for (const slider of document.querySelectorAll<HTMLInputElement>('.parameter-slider input')) {
    const from = slider.value
    for (const value of [...[0, 0.5, 1].map((part) => String(Math.round(part * Number(slider.max)))), from]) {
      slider.value = value
      slider.dispatchEvent(new InputEvent('input', { bubbles: true }))
      await frame()
    }
  }
}

for (const width of [1280, 390]) {
  test(`nothing on a figure's page moves when its chart appears or while its sliders are dragged, ${width} px wide`, async ({ page }) => {
    test.slow()
    await page.setViewportSize({ width, height: 844 })
    await page.addInitScript(noteShifts)
    for (const { id } of mechanisms) {
      await page.goto('about:blank')
      await page.goto(`#/mechanisms/${id}`)
      await page.locator('.chart svg').first().waitFor()
      await page.locator('.chart').first().scrollIntoViewIfNeeded()
      await page.evaluate(dragAll)
      expect(await readShifts(page), id).toEqual([])
    }
  })
}
