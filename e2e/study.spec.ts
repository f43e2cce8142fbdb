import { expect, test } from './fixtures.ts'
import { missQuestion, openSession, readStem } from './studying.ts'

test('a newcomer sees what this is and answers a first question', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Space')
  await expect(page.locator('.question')).toBeVisible()
  await missQuestion(page)
  await expect(page.getByText(/^2 of \d+$/)).toBeVisible()
})

test('an answer survives a reload and the session goes on at the same question', async ({ page }) => {
  await openSession(page)
  await missQuestion(page)
  const stem = await readStem(page)
  await page.reload()
  await expect(page.locator('.question')).toBeVisible()
  expect(await readStem(page)).toBe(stem)
  await expect(page.getByText(/^2 of \d+$/)).toBeVisible()
})

test('a killed tab loses nothing that was answered', async ({ page, context }) => {
  await openSession(page)
  await missQuestion(page)
  await missQuestion(page)
  const stem = await readStem(page)
  await page.close({ runBeforeUnload: false })
  const again = await context.newPage()
  await again.goto('/')
  await again.getByRole('link', { name: /Continue/ }).click()
  await expect(again.getByText(/^3 of \d+$/)).toBeVisible()
  expect(await readStem(again)).toBe(stem)
})

test('undo takes the last rating back and shows its answer again', async ({ page }) => {
  await openSession(page)
  const stem = await readStem(page)
  await missQuestion(page)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('.feedback-panel')).toBeVisible()
  expect(await readStem(page)).toBe(stem)
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible()
})

test('a wrong answer opens the very slide and the way back', async ({ page }) => {
  await openSession(page)
  await page.getByRole('button', { name: 'I do not know' }).click()
  const link = page.locator('.feedback-panel').getByRole('link', { name: /slide/i }).first()
  const address = await link.getAttribute('href')
  expect(address).toMatch(/decks\/o1-value\/#\/\d+$/)
  await page.goto(new URL(address ?? '', page.url()).href)
  await expect(page.locator('.slide-frame').first()).toBeVisible()
  await page.goBack()
  await expect(page.locator('.feedback-panel')).toBeVisible()
})

test('a second tab sees an answer at once, and each answer counts once', async ({ page, context }) => {
  await openSession(page)
  const other = await context.newPage()
  await other.goto('/')
  const before = await other.getByRole('heading', { level: 1 }).innerText()
  await missQuestion(page)
  await expect.poll(() => other.getByRole('heading', { level: 1 }).innerText()).not.toBe(before)
  await other.goto('#/settings')
  await expect(other.locator('main')).toContainText('1 entry')
})

test('the whole session can be done by keyboard alone', async ({ page }) => {
  await openSession(page, 'kind=choice&article=o1-value')
  const stem = await readStem(page)
  await page.keyboard.press('a')
  await page.keyboard.press('2')
  await expect(page.locator('.feedback-panel')).toBeFocused()
  await page.keyboard.press('Space')
  await expect.poll(() => readStem(page)).not.toBe(stem)
})

test('an unknown link says so and leads back', async ({ page }) => {
  await page.goto('#/claims/no-such-claim')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.locator('main').getByRole('link').first().click()
  await expect(page).not.toHaveURL(/no-such-claim/)
})
