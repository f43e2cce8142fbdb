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
