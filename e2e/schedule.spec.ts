/** What a learner can decide about single questions and sessions. */
import { expect, test } from './fixtures.ts'
import { readHotRows } from './stored-log.ts'
import { missQuestion, openSession } from './studying.ts'

test('the questions on one term of the glossary are a session of their own, across the articles', async ({ page }) => {
  await page.goto('#/glossary?term=data-wall')
  await page.locator('#term-data-wall').getByRole('link', { name: /^Study its \d+ questions?$/ }).click()
  await expect(page).toHaveURL(/#\/study\?term=data-wall$/)
  await expect(page.locator('.question')).toBeVisible()
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible()
})

test('a question comes back on the day that the learner sets', async ({ page }) => {
  await openSession(page)
  await missQuestion(page)
  const [row] = await readHotRows(page)
  if (row?.event.type !== 'answer') throw new Error('an answer is wanted')
  const { questionId, day } = row.event
  await page.goto(`#/questions/${questionId}`)
  const wanted = day + 40
  await page.getByLabel('Bring it back on').fill(new Date(wanted * 86_400_000).toISOString().slice(0, 10))
  await page.getByRole('button', { name: 'Set the date' }).click()
  await expect(page.getByText('Done.')).toBeVisible()
  await expect.poll(async () => (await readHotRows(page)).map(({ event }) => ('dueDay' in event && event.type === 'set-due' ? event.dueDay : 0))).toEqual([0, wanted])
  await page.reload()
  await expect(page.getByLabel('Bring it back on')).toHaveValue(new Date(wanted * 86_400_000).toISOString().slice(0, 10))
})
