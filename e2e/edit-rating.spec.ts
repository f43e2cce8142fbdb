import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { openSession, readStem } from './studying.ts'

/** Answers single-choice questions until one is right, and rates that one good; returns its text. */
async function recallOne(page: Page): Promise<string> {
  for (;;) {
    const stem = await readStem(page)
    const place = await page.getByText(/^\d+ of \d+$/).innerText()
    await page.keyboard.press('a')
    await page.keyboard.press('2')
    await expect(page.locator('.feedback-panel')).toBeVisible()
    const isRight = await page.locator('.feedback-panel.is-answer').count() > 0
    await page.keyboard.press('Space')
    await expect(page.getByText(place, { exact: true })).toHaveCount(0)
    await expect.poll(() => readStem(page)).not.toBe(stem)
    if (isRight) return stem
  }
}

test('an earlier rating can be changed without taking back what came after it', async ({ page }) => {
  await openSession(page)
  const stem = await recallOne(page)
  const now = await readStem(page)
  await page.keyboard.press('r')
  const sheet = page.getByRole('dialog', { name: 'Change a rating' })
  const ratings = sheet.getByRole('radiogroup', { name: stem })
  await expect(ratings.getByRole('radio', { name: 'Good' })).toBeChecked()
  await ratings.getByText('Easy').click()
  await expect(ratings.getByRole('radio', { name: 'Easy' })).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(sheet).toHaveCount(0)
  expect(await readStem(page)).toBe(now)

  // It holds after the tab was closed, and undo takes back just the change.
  await page.reload()
  await expect(page.locator('.question')).toBeVisible()
  await page.keyboard.press('r')
  await expect(ratings.getByRole('radio', { name: 'Easy' })).toBeChecked()
  await ratings.getByText('Hard').click()
  await expect(ratings.getByRole('radio', { name: 'Hard' })).toBeChecked()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Redo' })).toBeVisible()
  expect(await readStem(page)).toBe(now)
  await page.keyboard.press('r')
  await expect(ratings.getByRole('radio', { name: 'Easy' })).toBeChecked()

  // The change from before the tab was closed can be taken back too.
  await page.getByRole('button', { name: 'Close' }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText(/^Taken back: a changed rating, /)).toBeVisible()
  expect(await readStem(page)).toBe(now)
  await page.keyboard.press('r')
  await expect(ratings.getByRole('radio', { name: 'Good' })).toBeChecked()
})

test('undo takes back what was done last, a flag or a question set aside as well as a rating', async ({ page }) => {
  await openSession(page)
  await recallOne(page)
  const stem = await readStem(page)
  await page.keyboard.press('m')
  await page.keyboard.press('s')
  await expect.poll(() => readStem(page)).not.toBe(stem)
  await page.keyboard.press('u')
  await expect.poll(() => readStem(page)).toBe(stem)
  await page.getByText('More', { exact: true }).click()
  await expect(page.getByRole('button', { name: /Remove the flag/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('u')
  await page.getByText('More', { exact: true }).click()
  await expect(page.getByRole('button', { name: /^Flag/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('u')
  await expect(page.locator('.feedback-panel')).toBeVisible()
})

test('in an exam undo opens the answer again and says nothing of it', async ({ page }) => {
  await openSession(page, 'exam=5&kind=choice')
  const stem = await readStem(page)
  await page.keyboard.press('a')
  await page.keyboard.press('2')
  await expect(page.getByText('2 of 5', { exact: true })).toBeVisible()
  await expect.poll(() => readStem(page)).not.toBe(stem)
  await page.keyboard.press('u')
  await expect(page.getByText('1 of 5', { exact: true })).toBeVisible()
  expect(await readStem(page)).toBe(stem)
  await expect(page.locator('.feedback-panel')).toHaveCount(0)
  await expect(page.locator('.question input:checked')).toHaveCount(1)
})

test('a walk takes the questions of a deck in the order of its slides', async ({ page }) => {
  await page.goto('#/articles/o1-value')
  await page.getByRole('link', { name: 'Practise the deck’s questions' }).click()
  await expect(page.locator('.question')).toBeVisible()
  const count = Number((await page.getByText(/^1 of \d+$/).innerText()).split(' ').at(-1))
  expect(count).toBeGreaterThan(5)
  expect(count).toBeLessThan(80)
})
