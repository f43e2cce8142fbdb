import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { readHotRows } from './stored-log.ts'

const introduced = async (page: Page) => (await readHotRows(page)).filter(({ event }) => event.type === 'introduce').length

/** Shows the slides one after the other, each for so long. */
async function readSlides(page: Page, total: number, eachMs: number): Promise<void> {
  for (let slide = 1; slide <= total; slide += 1) {
    await page.evaluate((number) => { location.hash = `#/${number}` }, slide)
    await expect(page.locator('.slide-announcer')).toContainText(`Slide ${slide} of`)
    await page.clock.runFor(eachMs)
  }
}

test('a deck that was read to its end opens its questions for the quiz; one that was leafed through does not', async ({ page }) => {
  await page.clock.install()
  await page.goto('/decks/o1-value/')
  const words = await page.locator('.slide-announcer').innerText()
  const total = Number(/of (\d+)/.exec(words)?.[1])
  expect(total).toBeGreaterThan(10)
  await readSlides(page, total, 500)
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)

  await readSlides(page, total, 3_500)
  await expect.poll(() => introduced(page)).toBeGreaterThan(20)
  const opened = await introduced(page)
  expect(await readHotRows(page)).toHaveLength(opened)

  // Once more opens nothing that is open.
  await page.reload()
  await readSlides(page, total, 3_500)
  await page.goto('/#/')
  expect(await introduced(page)).toBe(opened)
})
