/** What a learner can decide about single questions and sessions. */
import { questionId } from '../src/content/ids.ts'
import { draftAnswer } from '../src/memory/draft.ts'
import { settingsWithoutSteps } from '../src/memory/simulated-learner.ts'
import { noLifeboat } from '../src/storage/lifeboat.ts'
import { LogRepository } from '../src/storage/log-repository.ts'
import { MemoryStore } from '../src/storage/memory-store.ts'
import { expect, test } from './fixtures.ts'
import { readHotRows } from './stored-log.ts'
import { answerSomehow, checkAnswer, missQuestion, openSession, readStem } from './studying.ts'
import { makeBackup, restore } from './weeks-of-study.ts'

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

test('more reviews than a day allows are relieved, and Today says how', async ({ page }) => {
  await restore(page, await makeBackup(20))
  const limit = page.getByRole('spinbutton', { name: 'Reviews a day' })
  await limit.focus()
  while (await limit.getAttribute('aria-valuenow') !== '0') await limit.press('PageDown')
  await page.goto('#/')
  await expect(page.getByText(/^\d+ cards are waiting, and today’s limit of reviews is reached\./)).toBeVisible()
  await page.goto('#/settings')
  await limit.press('ArrowUp')
  const allowed = await limit.getAttribute('aria-valuenow')
  await page.goto('#/')
  await expect(page.getByText(new RegExp(`^\\d+ cards are waiting\\. First come the ${allowed} you remember best; the rest will keep, and takes \\d+ days? more at this pace\\.`))).toBeVisible()
})

test('what falls due this week can be studied ahead, and counts', async ({ page }) => {
  await restore(page, await makeBackup(20))
  await openSession(page, 'ahead=7')
  const before = (await readHotRows(page)).length
  await answerSomehow(page)
  await checkAnswer(page)
  await page.getByRole('button', { name: /^(Continue|Good|Hard)/ }).last().click()
  await expect(page.getByText(/^2 of \d+$/)).toBeVisible()
  const rows = await readHotRows(page)
  expect(rows).toHaveLength(before + 1)
  expect(rows.at(-1)?.event).toMatchObject({ type: 'answer', practice: false })
})

test('a question that keeps being forgotten is set aside when the learner wishes so, and one undo takes back both', async ({ page }) => {
  let utcMs = Date.now() - 40 * 86_400_000
  const repository = new LogRepository({ store: new MemoryStore(), device: 'leech001', drawName: () => 'leech002', now: () => utcMs, lifeboat: noLifeboat })
  const { memory } = await repository.load()
  const id = questionId.parse('o1-q-definite-answer')
  for (let lapse = 0; lapse <= settingsWithoutSteps.leechLapses; lapse += 1) {
    utcMs += 3 * 86_400_000
    const rating = lapse === settingsWithoutSteps.leechLapses ? 'good' : 'again'
    await repository.record(draftAnswer(memory, settingsWithoutSteps, { questionId: id, rev: 1, seed: 1, answer: { kind: 'gave-up' }, verdict: 'wrong', rating, thinkingMs: 5_000 }, { utcMs, offsetMinutes: 0 }))
  }
  await restore(page, Buffer.from(await repository.exportBackup()))
  await page.getByRole('switch', { name: 'Set aside what I keep forgetting' }).click()
  await openSession(page, `questions=${id}`)
  const stem = await readStem(page)
  await missQuestion(page)
  await expect(page.getByRole('heading', { level: 1, name: '0 of 1 right' })).toBeVisible()
  const types = async () => (await readHotRows(page)).map(({ event }) => event.type)
  expect(await types()).toEqual(['answer', 'suspend'])
  await page.keyboard.press('u')
  await expect(page.locator('.feedback-panel')).toBeVisible()
  expect(await readStem(page)).toBe(stem)
  expect(await types()).toEqual(['answer', 'suspend', 'undo', 'undo'])
})
