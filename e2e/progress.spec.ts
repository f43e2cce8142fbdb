import { expect, test } from './fixtures.ts'
import { makeBackup, restore } from './weeks-of-study.ts'

test('every finding says what it means, in the unit that a person would use', async ({ page }) => {
  await restore(page, await makeBackup(40))
  await page.goto('#/progress')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^You recall \d+% of what comes up$/)
  const card = (name: string) => page.getByRole('heading', { name, exact: true }).locator('xpath=..')
  await expect(card('Days with reviews')).toContainText(/\d+ of the last \d+ days had reviews, \d+ hours in all\./)
  // Nothing was answered today, and a minute is not claimed for it.
  await expect(card('Time')).toContainText('today 0 minutes.')
  for (const finding of await page.locator('.finding').all()) expect(await finding.locator('p.small').count()).toBeGreaterThanOrEqual(1)
})

test('before there is enough to tell, each finding says how much is missing', async ({ page }) => {
  await page.goto('#/progress')
  await expect(page.getByRole('heading', { level: 1, name: 'Too little data yet' })).toBeVisible()
  await expect(page.getByText(/^Too little data: 0 of the \d+ answers this needs\.$/)).toHaveCount(3)
})
