import { expect, test } from './fixtures.ts'
import { openSession, readStem } from './studying.ts'

test('the menu gives the focus back on Escape, and folds for who tabs on', async ({ page }) => {
  await openSession(page, 'kind=choice&practice=1')
  const menu = page.locator('.menu > summary')
  await menu.focus()
  await page.keyboard.press('Enter')
  const flag = page.getByRole('button', { name: /^Flag/ })
  await expect(flag).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(flag).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toBeFocused()
  await expect(flag).toBeHidden()
  await page.keyboard.press('Enter')
  await expect(flag).toBeVisible()
  for (let tabs = 0; tabs < 8 && await flag.isVisible(); tabs += 1) await page.keyboard.press('Tab')
  await expect(flag).toBeHidden()
  await expect(page.locator('.question :focus')).toHaveCount(1)
})

test('a sheet gives the focus back to what opened it', async ({ page }) => {
  await openSession(page, 'kind=choice&practice=1')
  const menu = page.locator('.menu > summary')
  await menu.click()
  await page.getByRole('button', { name: 'Why is this due?' }).click()
  await expect(page.getByRole('dialog')).toContainText('You asked for it')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(menu).toBeFocused()
})

test('after a question was set aside the focus stands before the next', async ({ page }) => {
  await openSession(page, 'kind=choice&practice=1')
  const stem = await readStem(page)
  await page.locator('.menu > summary').click()
  await page.getByRole('button', { name: /^Set aside/ }).click()
  await expect.poll(() => readStem(page)).not.toBe(stem)
  await expect(page.locator('.body')).toBeFocused()
})

test('each new page takes the focus, so that Tab goes on from its beginning', async ({ page }) => {
  await page.goto('/')
  for (const name of ['Library', 'Progress', 'Settings', 'Today']) {
    await page.getByRole('navigation').getByRole('link', { name }).click()
    await expect(page.getByRole('main')).toBeFocused()
  }
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
})

test('a report that the browser will not copy is marked, to be copied by hand', async ({ page }) => {
  await page.addInitScript(() => { Object.defineProperty(navigator, 'clipboard', { value: undefined }) })
  await openSession(page, 'kind=choice&practice=1')
  await page.locator('.menu > summary').click()
  await page.getByRole('button', { name: 'Report this question' }).click()
  await page.getByRole('button', { name: 'Copy' }).click()
  const sheet = page.getByRole('dialog', { name: 'Report this question' })
  await expect(sheet).toContainText('copy it with the browser’s own command')
  expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe((await sheet.locator('pre').innerText()).trim())
})
