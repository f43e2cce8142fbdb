import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { missQuestion } from './studying.ts'

/** What may be fetched before the first question, in bytes as a server sends them. */
const scriptBar = 120_000

/** Notes when the first question shows, and every move of something on the screen that no input asked for. */
async function watchStart(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { shifts: [] as string[], questionMs: Number.POSITIVE_INFINITY })
    new MutationObserver((_, observer) => {
      if (document.querySelector('.question') === null) return
      window.questionMs = performance.now()
      observer.disconnect()
    }).observe(document, { childList: true, subtree: true })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        if (!entry.hadRecentInput) window.shifts?.push(`${entry.value}: ${entry.sources.map(({ node }) => node?.textContent?.trim().slice(0, 60)).join(', ')}`)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
}
interface LayoutShift extends PerformanceEntry { readonly value: number; readonly hadRecentInput: boolean; readonly sources: readonly { readonly node: Node | null }[] }
declare global {
  interface Window { shifts?: string[]; questionMs?: number }
}

/** Bytes, compressed, of every script asked for before the first question stood on the screen. */
async function weighScripts(page: Page): Promise<number> {
  await expect(page.locator('.question')).toBeVisible()
  const addresses = await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name, startTime }) => name.endsWith('.js') && startTime < (window.questionMs ?? 0)).map(({ name }) => name))
  expect(addresses).not.toEqual([])
  const sizes = await Promise.all(addresses.map(async (address) => gzipSync(await (await page.request.get(address)).body()).length))
  return sizes.reduce((sum, size) => sum + size, 0)
}

test('a newcomer fetches little script before the first question', async ({ page }) => {
  await watchStart(page)
  await page.goto('/')
  await expect(page.getByRole('link', { name: /^Start/ }).or(page.locator('main a.primary')).first()).toBeVisible()
  await page.keyboard.press('Space')
  expect(await weighScripts(page)).toBeLessThanOrEqual(scriptBar)
})

test('so does who comes back to a session', async ({ page }) => {
  await watchStart(page)
  await page.goto('/#/study?kind=choice')
  expect(await weighScripts(page)).toBeLessThanOrEqual(scriptBar)
  await missQuestion(page)
  await page.reload()
  await expect(page.getByText(/^2 of \d+$/)).toBeVisible()
  expect(await weighScripts(page)).toBeLessThanOrEqual(scriptBar)
})

for (const address of ['/', '/#/study', '/#/study?kind=matching', '/#/articles/o1-value', '/#/library', '/#/progress', '/#/settings']) {
  test(`nothing moves while ${address} is built up`, async ({ page }) => {
    await watchStart(page)
    await page.goto(address)
    await expect(page.getByRole('heading').first()).toBeAttached()
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready)
    expect(await page.evaluate(() => window.shifts)).toEqual([])
  })
}

test('says so, and that nothing is lost, when the library cannot be fetched', async ({ page, troubles }) => {
  await page.route('**/assets/catalogue-*.json', (route) => route.abort())
  await page.goto('/')
  await expect(page.getByText('Lectern could not be loaded. What you have learned is safe.')).toBeVisible()
  troubles.splice(0)
  await page.unroute('**/assets/catalogue-*.json')
  await page.reload()
  await expect(page.getByRole('heading').first()).toBeVisible()
  await expect(page.getByText('could not be loaded')).toBeHidden()
})
