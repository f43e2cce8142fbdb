import { expect, test } from './fixtures.ts'

test('an argument is shown as overview, as a whole and as an outline', async ({ page }) => {
  await page.goto('#/articles/o1-value')
  const views = page.getByRole('radiogroup', { name: 'How it is shown' })
  await expect(views.getByRole('radio', { name: 'Overview' })).toBeChecked()
  const boxes = page.locator('.argument-map .box')
  const few = await boxes.count()
  await views.getByText('All claims').click()
  await expect.poll(() => boxes.count()).toBeGreaterThan(few)
  await views.getByText('Outline').click()
  await expect(page.locator('.argument-map')).toHaveCount(0)
  await expect(page.locator('.outline').getByRole('link').first()).toBeVisible()
})

test('the debate shows its questions in the place of claims', async ({ page }) => {
  await page.goto('#/articles/debate')
  await expect(page.getByRole('heading', { name: 'Questions the articles answer differently' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'The argument' })).toHaveCount(0)
  const folded = page.getByRole('heading', { name: 'Questions', exact: true }).locator('xpath=..').locator('details')
  await folded.locator('summary').click()
  await expect(folded.getByRole('link').first()).toBeVisible()
})

test('going back from a result shows the results again, however soon it was opened', async ({ page }) => {
  await page.goto('#/library')
  await page.getByRole('searchbox').pressSequentially('chain of thought')
  const results = page.locator('search li')
  await expect(results.first()).toBeVisible()
  const first = await results.first().innerText()
  await results.first().getByRole('link').click()
  await expect(page.locator('search')).toHaveCount(0)
  await page.goBack()
  await expect(page.getByRole('searchbox')).toHaveValue('chain of thought')
  await expect(results.first()).toHaveText(first.replaceAll('\n', ''))
})

test('leaving while letters are still typed follows the link and nothing else', async ({ page }) => {
  await page.goto('#/library')
  await page.getByRole('searchbox').pressSequentially('wall')
  await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await expect(page).toHaveURL(/#\/settings$/)
})
