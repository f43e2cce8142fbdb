/** A learner's moves, in the words of the screen. */
import type { Page } from 'playwright/test'
import { expect } from './fixtures.ts'

/** Which question is on the screen: its text. */
export async function readStem(page: Page): Promise<string> {
  return (await page.locator('.question').innerText()).split('\n')[0] ?? ''
}

/** Gives the question up and goes on; works for every kind. The answer is durable when this returns. */
export async function missQuestion(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I do not know' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.locator('.feedback-panel')).toHaveCount(0)
}

/** Opens a session on one article from an empty memory. */
export async function openSession(page: Page, query = 'article=o1-value'): Promise<void> {
  await page.goto(`#/study?${query}`)
  await expect(page.locator('.question')).toBeVisible()
}
