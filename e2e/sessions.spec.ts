import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { missQuestion, openSession, readStem } from './studying.ts'
import { makeBackup, restore } from './weeks-of-study.ts'

const follow = async (page: Page, address: string, name: RegExp) => {
  await page.goto(address)
  await page.getByRole('link', { name }).click()
  await expect(page.locator('.question')).toBeVisible()
}

test('what was flagged and what was missed today can be studied by itself', async ({ page }) => {
  await openSession(page)
  const missed = await readStem(page)
  await missQuestion(page)
  const flagged = await readStem(page)
  await page.keyboard.press('m')
  await follow(page, '#/library', /^Flagged \(1\)/)
  expect(await readStem(page)).toBe(flagged)
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible()
  await follow(page, '#/library', /^Missed today \(1\)/)
  expect(await readStem(page)).toBe(missed)
})

test('a question of the debate is studied across the articles', async ({ page }) => {
  await follow(page, '#/issues/is-ai-slowing', /^Study this question/)
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible()
})

test('the end of a session says what to read again, and reminds of a backup once much would be lost', async ({ page }) => {
  await restore(page, await makeBackup(20))
  await page.goto('#/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('There is no backup yet.')).toHaveCount(0)
  await openSession(page, 'kind=choice&practice=1')
  await missQuestion(page)
  await page.getByRole('button', { name: /^End/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: '0 of 1 right' })).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Worth reading again' }).locator('xpath=..').getByRole('listitem')).toHaveCount(1)
  await expect(page.getByText('There is no backup yet.')).toBeVisible()
  await page.getByRole('link', { name: 'Save a backup' }).click()
  await expect(page).toHaveURL(/#\/settings#backup$/)
})

test('a key can be moved, works where it was moved to and is shown there', async ({ page }) => {
  await page.goto('#/settings')
  await page.getByRole('button', { name: /^Undo/ }).click()
  await page.keyboard.press('z')
  await expect(page.getByRole('button', { name: /^Undo/ })).toHaveText('Z')
  await openSession(page)
  const stem = await readStem(page)
  await missQuestion(page)
  await expect.poll(() => readStem(page)).not.toBe(stem)
  await page.keyboard.press('u')
  expect(await readStem(page)).not.toBe(stem)
  await page.keyboard.press('z')
  await expect.poll(() => readStem(page)).toBe(stem)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' }).getByText('Z', { exact: true })).toBeVisible()
})

test('every statistic says what it means and what to do, or that there is too little to tell', async ({ page }) => {
  await page.goto('#/progress')
  const cards = page.locator('.finding')
  await expect(cards.filter({ hasText: 'Too little data' })).toHaveCount(3)
  await expect(cards.getByRole('img')).toHaveCount(0)
  await restore(page, await makeBackup(40))
  await page.goto('#/progress')
  await expect(cards).toHaveCount(7)
  for (const card of await cards.all()) {
    await expect(card.locator('p.small')).not.toHaveCount(0)
    await expect(card.locator('p.small.quiet').first()).not.toBeEmpty()
  }
})
