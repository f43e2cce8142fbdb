/** A learner's moves, in the words of the screen. */
import type { Page } from 'playwright/test'
import { expect } from './fixtures.ts'

/** Which question is on the screen: its text. */
export async function readStem(page: Page): Promise<string> {
  return (await page.locator('.question').innerText()).split('\n')[0] ?? ''
}

/** Gives the question up and goes on; a free recall cannot be given up, so sessions here are of other kinds. The answer is durable when this returns. */
export async function missQuestion(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'I do not know' }).click()
  const goOn = page.getByRole('button', { name: 'Continue' })
  await goOn.click()
  // The button is there from the verdict until the answer is stored; what stands above it comes only when it is fetched.
  await expect(goOn).toHaveCount(0)
}

/** Opens a session on one article from an empty memory. */
export async function openSession(page: Page, query = 'article=o1-value&kind=choice'): Promise<void> {
  await page.goto(`#/study?${query}`)
  await expect(page.locator('.question')).toBeVisible()
}

/** Answers the question on the screen, of whatever kind, with the first thing that counts as an answer, and leaves it unchecked. */
export async function answerSomehow(page: Page): Promise<void> {
  const question = page.locator('.question')
  await expect(question).toBeVisible()
  if (await question.locator('.matching-board').count() > 0) {
    const rows = await question.locator('.rows button').all()
    for (const [index, row] of rows.entries()) {
      await row.click()
      await question.locator('.choices button').nth(index).click()
    }
  }
  else if (await question.locator('.ordering-list').count() > 0) {
    for (const item of await question.locator('.row > .answer-box').all()) await item.click()
  }
  else if (await question.locator('.classifying-board').count() > 0) {
    for (const row of await question.getByRole('radiogroup').all()) await row.getByRole('radio').first().check()
  }
  else if (await question.locator('.recall-sheet').count() > 0) {
    await question.getByRole('textbox').fill('What I remember of it')
    await question.getByRole('button', { name: 'Compare with the model answer' }).click()
    await question.locator('.answer-box').first().click()
  }
  else if (await question.locator('.typed-field').count() > 0) await question.getByRole('textbox').fill('12')
  else await question.locator('.answer-box').first().click()
}

/** Says how sure one is, which checks the answer. */
export async function checkAnswer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Think so' }).click()
}
