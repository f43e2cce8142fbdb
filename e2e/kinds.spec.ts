import { expect, test } from './fixtures.ts'
import { answerSomehow, checkAnswer, openSession } from './studying.ts'

const kinds = ['choice', 'several', 'matching', 'ordering', 'classifying', 'numeric', 'parametric', 'cloze', 'short', 'recall']

for (const kind of kinds) {
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
}
