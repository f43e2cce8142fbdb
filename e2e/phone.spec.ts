import { expect, test } from './fixtures.ts'
import { missQuestion, openSession } from './studying.ts'

test('on a phone the answers stay within the thumb’s reach and nothing scrolls sideways', async ({ page }) => {
  await openSession(page)
  const button = page.getByRole('button', { name: 'I do not know' })
  await expect(button).toBeInViewport()
  const box = await button.boundingBox()
  expect(box?.height ?? 0).toBeGreaterThanOrEqual(24)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await missQuestion(page)
  await expect(page.getByText(/^2 of \d+$/)).toBeVisible()
})

test('on a phone what was taken back from an earlier session is told in sight of its answer', async ({ page }) => {
  await openSession(page)
  await missQuestion(page)
  await openSession(page, 'article=orion-slowdown&kind=choice')
  await page.reload()
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(page.locator('.feedback-panel')).toBeFocused()
  await expect(page.getByText(/^Taken back: an answer, /)).toBeInViewport({ ratio: 1 })
})
