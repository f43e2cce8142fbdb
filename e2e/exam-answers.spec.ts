import { expect, test } from './fixtures.ts'
import { answerSomehow, checkAnswer, openSession } from './studying.ts'

test('after an exam each answer stands beside the right one', async ({ page }) => {
  await openSession(page, 'exam=5&kind=choice')
  const chosen: string[] = []
  for (let number = 1; number <= 5; number += 1) {
    await expect(page.getByText(`${number} of 5`, { exact: true })).toBeVisible()
    chosen.push(await page.locator('.question .answer-box .text').first().innerText())
    await answerSomehow(page)
    await checkAnswer(page)
  }
  const answers = page.getByRole('heading', { name: 'All answers' }).locator('xpath=..').getByRole('listitem')
  await expect(answers).toHaveCount(5)
  for (const [index, answer] of (await answers.all()).entries()) {
    const beside = answer.locator('details')
    if (await beside.getAttribute('open') === null) await beside.locator('summary').click()
    await expect(beside.locator('.answer-box').filter({ hasText: chosen[index] ?? '' }).locator('.word')).toHaveText(/Yours/)
    await expect(beside.locator('.answer-box.is-answer')).toHaveCount(1)
  }
})
