import { expect, test } from './fixtures.ts'
import { openSession } from './studying.ts'

test('fewer new cards a day make a shorter session', async ({ page }) => {
  await page.goto('#/settings')
  const perDay = page.getByRole('spinbutton', { name: 'New cards a day' })
  await perDay.focus()
  while (Number(await perDay.getAttribute('aria-valuenow')) > 3) await perDay.press('ArrowDown')
  await page.goto('#/study')
  await expect(page.getByText('1 of 3', { exact: true })).toBeVisible()
  await page.reload()
  await expect(page.locator('.question')).toBeVisible()
  await page.goto('#/settings')
  await expect(perDay).toHaveAttribute('aria-valuenow', '3')
})

test('with no new cards a day there is nothing to study, and the page says so', async ({ page }) => {
  await page.goto('#/settings')
  const perDay = page.getByRole('spinbutton', { name: 'New cards a day' })
  await perDay.focus()
  while (Number(await perDay.getAttribute('aria-valuenow')) > 0) await perDay.press('ArrowDown')
  await page.goto('#/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Start/ })).toHaveCount(0)
})

test('who does not want to say how sure they are is not asked', async ({ page }) => {
  await page.goto('#/settings')
  await page.getByRole('switch', { name: 'Ask how sure I am' }).click()
  await openSession(page, 'kind=choice&practice=1')
  await expect(page.getByRole('button', { name: 'Think so' })).toHaveCount(0)
  await page.locator('.question .answer-box').first().click()
  await page.getByRole('button', { name: /^Check/ }).click()
  await expect(page.locator('.feedback-panel')).toBeVisible()
})

test('single keys do nothing once they are turned off', async ({ page }) => {
  await page.goto('#/settings')
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).click()
  await openSession(page, 'kind=choice&practice=1')
  await page.keyboard.press('a')
  await page.keyboard.press('2')
  await expect(page.locator('.question input:checked')).toHaveCount(0)
  await expect(page.locator('.feedback-panel')).toHaveCount(0)
})
