import { kindNames } from '../src/questions/registry.ts'
import { expect, test } from './fixtures.ts'
import { answerSomehow, checkAnswer, openSession } from './studying.ts'
import type { Page } from 'playwright/test'

for (const kind of kindNames) {
  test(`a question of the kind “${kind}” can be answered and says what is true and why`, async ({ page }) => {
    await openSession(page, `kind=${kind}&practice=1`)
    await answerSomehow(page)
    await checkAnswer(page)
    const feedback = page.locator('.feedback-panel')
    await expect(feedback).toBeVisible()
    await expect(feedback.getByRole('link').first()).toBeVisible()
    await expect(page.locator('.question').getByRole('textbox').and(page.locator('input:not([readonly])'))).toHaveCount(0)
    await page.keyboard.press('Space')
    await expect(page.getByText(/^2 of \d+$/)).toBeVisible()
  })

  test(`a question of the kind “${kind}” can be answered by keyboard alone, and the focus goes to the feedback and on`, async ({ page }) => {
    await openSession(page, `kind=${kind}&practice=1`)
    await expect(page.locator('.key-line')).toBeVisible()
    await answerByKeys(page)
    await expect(page.locator('.feedback-panel')).toBeFocused()
    await expect(page.locator('.feedback-panel')).toHaveRole('status')
    await page.keyboard.press('Space')
    await expect(page.getByText(/^2 of \d+$/)).toBeVisible()
    // The next Tab leads into the next question.
    await expect(page.locator('.body')).toBeFocused()
  })
}

test('formulas are read by screen readers', async ({ page }) => {
  await openSession(page, 'questions=wall-q-weighing-share&practice=1')
  await expect(page.locator('.question-stem').getByRole('math').first()).toBeAttached()
})

/** Answers whatever question is on the screen and says “think so”, without a pointer. */
async function answerByKeys(page: Page): Promise<void> {
  const question = page.locator('.question')
  const press = async (keys: string): Promise<void> => { for (const key of keys) await page.keyboard.press(key) }
  if (await question.locator('.matching-board').count() > 0) await press('abcdefgh'.slice(0, await question.locator('.rows li').count()))
  else if (await question.locator('.ordering-list').count() > 0) await press('abcdefgh'.slice(0, await question.locator('.row').count()))
  else if (await question.locator('.classifying-board').count() > 0) {
    for (const group of await question.getByRole('radiogroup').all()) {
      while (!await group.evaluate((element) => element.contains(document.activeElement))) await page.keyboard.press('Tab')
      await page.keyboard.press('ArrowDown')
    }
  }
  else if (await question.locator('.recall-sheet').count() > 0) {
    await page.keyboard.press('Tab')
    while (!await question.getByRole('textbox').evaluate((element) => element === document.activeElement)) await page.keyboard.press('Tab')
    await page.keyboard.type('What I remember of it')
    await page.keyboard.press('Control+Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
  }
  else if (await question.locator('.typed-field').count() > 0) {
    while (!await question.getByRole('textbox').evaluate((element) => element === document.activeElement)) await page.keyboard.press('Tab')
    await page.keyboard.type('12')
    // Enter leads to how sure one is, the middle of it first.
    await page.keyboard.press('Enter')
  }
  else await press('a')
  await page.keyboard.press('2')
}
