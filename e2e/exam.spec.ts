import { expect, test } from './fixtures.ts'
import { answerSomehow, checkAnswer } from './studying.ts'

test('an exam says nothing until its end, then gives a mark with every explanation', async ({ page }) => {
  await page.goto('#/library')
  await page.getByRole('combobox', { name: 'How many questions' }).selectOption({ label: '5 questions' })
  await page.getByRole('combobox', { name: 'Kind of question' }).selectOption({ label: 'Single choice' })
  await page.getByRole('link', { name: 'Start the exam' }).click()
  for (let number = 1; number <= 5; number += 1) {
    await expect(page.getByText(`${number} of 5`, { exact: true })).toBeVisible()
    await expect(page.getByRole('timer')).toBeVisible()
    await answerSomehow(page)
    await checkAnswer(page)
    await expect(page.locator('.feedback-panel')).toHaveCount(0)
  }
  await expect(page.getByRole('heading', { level: 1, name: /^Mark: \d+\s?%$/ })).toBeVisible()
  const answers = page.getByRole('heading', { name: 'All answers' }).locator('xpath=..').getByRole('listitem')
  await expect(answers).toHaveCount(5)
  for (const answer of await answers.all()) await expect(answer).toContainText(/^(Right|Partly|Wrong)/)
})

test('a timed exam ends when its time is over', async ({ page }) => {
  await page.clock.install()
  await page.goto('#/study?exam=5&minutes=1')
  await expect(page.locator('.question')).toBeVisible()
  await page.clock.fastForward(61_000)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Session ended')
})

test('an exam moves no dates', async ({ page }) => {
  await page.goto('#/study?exam=5&kind=choice&article=o1-value')
  for (let number = 1; number <= 5; number += 1) {
    await expect(page.getByText(`${number} of 5`, { exact: true })).toBeVisible()
    await answerSomehow(page)
    await checkAnswer(page)
  }
  await page.getByRole('heading', { name: 'All answers' }).locator('xpath=..').getByRole('link').first().click()
  await expect(page.locator('main')).toContainText('Single choice')
  await expect(page.locator('main')).toContainText('· new')
})
