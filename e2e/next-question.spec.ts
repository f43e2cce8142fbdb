import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { openSession, readStem } from './studying.ts'
import { readHotRows } from './stored-log.ts'

/** Questions from all articles, one article after the other. */
const allArticles = 'kind=choice&practice=1'
const giveUp = (page: Page) => page.getByRole('button', { name: 'I do not know' }).click()
const goOn = (page: Page) => page.getByRole('button', { name: 'Continue' }).click()
const place = (page: Page, number: number) => page.getByText(new RegExp(`^${number} of \\d+$`))

/** How often a question is drawn until no verdict stands on the screen any more. */
function countDrawn(page: Page): Promise<number> {
  return page.evaluate(() => new Promise<number>((resolve) => {
    let count = 0
    new MutationObserver((records, observer) => {
      count += records.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof Element && node.matches('.question')).length
      if (document.querySelector('.feedback-panel') !== null) return
      observer.disconnect()
      resolve(count)
    }).observe(document.body, { childList: true, subtree: true })
  }))
}

test('a rated question gives way to the next one, which is drawn once and waits for nothing from the network', async ({ page }) => {
  let isHeld = false
  let release = () => {}
  await page.route('**/assets/**', async (route) => {
    if (isHeld) await new Promise<void>((resolve) => { release = resolve })
    await route.continue()
  })
  await openSession(page, allArticles)
  for (let answered = 1; answered <= 6; answered += 1) {
    const stem = await readStem(page)
    await giveUp(page)
    await expect(page.locator('.feedback-panel .sources')).toBeVisible()
    await page.waitForLoadState('networkidle')
    isHeld = true
    const drawn = countDrawn(page)
    await goOn(page)
    expect(await drawn).toBe(1)
    await expect(place(page, answered + 1)).toBeVisible()
    expect(await readStem(page)).not.toBe(stem)
    isHeld = false
    release()
  }
})

test.describe('without what a service worker keeps', () => {
  test.use({ serviceWorkers: 'block' })

  test('when the next question cannot be fetched this is said, the answer before it stands, and another attempt brings it', async ({ page, troubles }) => {
    await openSession(page, 'kind=choice&practice=1&article=o1-value')
    let isCut = true
    await page.route(/\/assets\/(?!o1-value-)[a-z0-9-]+-[\w-]{8}\.json$/, (route) => (isCut ? route.abort() : route.continue()))
    await page.evaluate((query) => { location.hash = `#/study?${query}` }, allArticles)
    const problem = page.getByRole('alert')
    let answered = 0
    await expect(place(page, 1)).toBeVisible()
    while (await problem.count() === 0) {
      await giveUp(page)
      await goOn(page)
      await expect(page.locator('.feedback-panel')).toHaveCount(0)
      answered += 1
    }
    isCut = false
    await problem.getByRole('button', { name: 'Try again' }).click()
    await expect(page.locator('.question')).toBeVisible()
    await expect(place(page, answered + 1)).toBeVisible()
    expect(await readHotRows(page)).toHaveLength(answered)
    // The browser tells of each cut-off file, and of the service worker.
    troubles.length = 0
  })
})
