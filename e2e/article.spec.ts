import { expect, test } from './fixtures.ts'

test('a claim keeps its questions folded and opens them where it stands', async ({ page }) => {
  await page.goto('#/articles/o1-value')
  const list = page.getByRole('heading', { name: 'Claims and their questions' }).locator('xpath=..')
  const folded = list.locator('details').first()
  await expect(folded.getByText(/^\d+ questions?/)).toBeVisible()
  await expect(folded.getByRole('link').first()).toBeHidden()
  await folded.locator('summary').click()
  await expect(folded.getByRole('link').first()).toBeVisible()
})
