import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { readHotRows } from './stored-log.ts'
import { answerSomehow, checkAnswer, missQuestion, openSession, readStem } from './studying.ts'

const place = (page: Page, number: number) => expect(page.getByText(new RegExp(`^${number} of \\d+$`))).toBeVisible()
const redo = (page: Page) => page.getByRole('button', { name: /^Redo/ })
const types = async (page: Page) => (await readHotRows(page)).map(({ event }) => event.type)

test('what was taken back comes again step by step, by key, by Ctrl+Shift+Z and by its button', async ({ page }) => {
  await openSession(page)
  const stems = [await readStem(page)]
  for (let answers = 0; answers < 3; answers += 1) {
    await missQuestion(page)
    stems.push(await readStem(page))
  }
  await expect(redo(page)).toHaveCount(0)
  for (const [back, press] of ['u', 'Control+z', 'u'].entries()) {
    await page.keyboard.press(press)
    await place(page, 3 - back)
    expect(await readStem(page)).toBe(stems[2 - back])
    await expect(page.locator('.feedback-panel')).toBeVisible()
  }
  await page.keyboard.press('y')
  await place(page, 2)
  expect(await readStem(page)).toBe(stems[1])
  await page.keyboard.press('Control+Shift+z')
  await place(page, 3)
  await redo(page).click()
  await place(page, 4)
  expect(await readStem(page)).toBe(stems[3])
  await expect(redo(page)).toHaveCount(0)
  await expect.poll(() => types(page)).toEqual([...Array<string>(3).fill('answer'), ...Array<string>(3).fill('undo'), ...Array<string>(3).fill('redo')])
  // The last of them is still there to be taken back.
  await page.keyboard.press('u')
  await place(page, 3)
})

test('after something new there is nothing to bring back', async ({ page }) => {
  await openSession(page)
  await missQuestion(page)
  await page.keyboard.press('u')
  await expect(redo(page)).toBeVisible()
  await page.getByRole('button', { name: 'Continue' }).click()
  await place(page, 2)
  await expect(redo(page)).toHaveCount(0)
  await page.keyboard.press('y')
  await place(page, 2)
})

test('an answer that is rated again keeps its thinking time, and stays right where the learner held it to be', async ({ page }) => {
  await openSession(page, 'kind=short')
  await answerSomehow(page)
  await checkAnswer(page)
  await page.getByRole('button', { name: 'I was right' }).click()
  await page.getByRole('button', { name: /^Good/ }).click()
  await place(page, 2)
  await page.keyboard.press('u')
  await expect(page.getByText('Counted as right.')).toBeVisible()
  await page.getByRole('button', { name: /^Hard/ }).click()
  await place(page, 2)
  const answers = (await readHotRows(page)).flatMap(({ event }) => (event.type === 'answer' ? [{ overruledTo: event.overruledTo, thinkingMs: event.thinkingMs }] : []))
  expect(answers[1]).toEqual(answers[0])
  expect(answers[0]?.overruledTo).toBe('right')
})

test('a question that was set aside comes back and goes again', async ({ page }) => {
  await openSession(page)
  const stem = await readStem(page)
  await page.keyboard.press('s')
  await expect.poll(() => readStem(page)).not.toBe(stem)
  await page.keyboard.press('u')
  await expect.poll(() => readStem(page)).toBe(stem)
  await page.keyboard.press('y')
  await expect.poll(() => readStem(page)).not.toBe(stem)
})

test('Ctrl+Z works with single keys turned off, and leaves a field its own', async ({ page }) => {
  await page.goto('#/settings')
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).click()
  await openSession(page)
  await missQuestion(page)
  await page.keyboard.press('u')
  await place(page, 2)
  await page.keyboard.press('Control+z')
  await place(page, 1)
  await page.keyboard.press('Control+y')
  await place(page, 2)
  await openSession(page, 'kind=short&practice=1')
  await page.getByRole('textbox').fill('half an ans')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('textbox')).toHaveValue('')
  await place(page, 1)
})

/** How many cards Today says there are. */
const readDue = async (page: Page) => {
  await page.goto('#/')
  return page.getByRole('heading', { level: 1 }).innerText()
}
const taken = (page: Page) => page.getByText(/^Taken back: an answer, /)

test('undo and redo go on where they were after the page was loaded anew', async ({ page }) => {
  const dueBefore = await readDue(page)
  await openSession(page)
  const stems = [await readStem(page)]
  for (let answers = 0; answers < 2; answers += 1) {
    await missQuestion(page)
    stems.push(await readStem(page))
  }
  const dueAfter = await readDue(page)
  expect(dueAfter).not.toBe(dueBefore)
  await openSession(page)
  await page.reload()
  await place(page, 3)
  for (const back of [1, 0]) {
    await page.keyboard.press('u')
    await place(page, back + 1)
    expect(await readStem(page)).toBe(stems[back])
    await expect(page.locator('.feedback-panel')).toBeVisible()
    await expect(taken(page)).toBeVisible()
  }
  await expect(page.getByRole('button', { name: /^Undo/, disabled: true, includeHidden: true })).toHaveCount(1)
  expect(await readDue(page)).toBe(dueBefore)
  await openSession(page)
  await page.reload()
  await place(page, 1)
  await page.keyboard.press('y')
  await place(page, 2)
  expect(await readStem(page)).toBe(stems[1])
  await expect(page.getByText(/^Brought back: an answer, /)).toBeVisible()
  await page.reload()
  await place(page, 2)
  await page.keyboard.press('y')
  await place(page, 3)
  await expect(redo(page)).toHaveCount(0)
  expect(await types(page)).toEqual(['answer', 'answer', 'undo', 'undo', 'redo', 'redo'])
  expect(await readDue(page)).toBe(dueAfter)
})

test('an answer from another session comes on the screen to be rated again, and what moves no question is said', async ({ page }) => {
  await openSession(page)
  const stem = await readStem(page)
  await page.keyboard.press('m')
  await missQuestion(page)
  await openSession(page, 'article=orion-slowdown&kind=choice')
  await page.reload()
  const other = await readStem(page)
  await page.getByRole('button', { name: /^Undo/ }).click()
  await expect(taken(page)).toBeVisible()
  expect(await readStem(page)).toBe(stem)
  await expect(page.locator('.feedback-panel')).toBeVisible()
  await page.keyboard.press('y')
  await expect.poll(() => readStem(page)).toBe(other)
  await page.keyboard.press('u')
  await expect.poll(() => readStem(page)).toBe(stem)
  await page.keyboard.press('u')
  await expect(page.getByText(/^Taken back: a flag, /)).toBeVisible()
  expect(await readStem(page)).toBe(stem)
  await page.getByRole('link', { name: 'Its question' }).click()
  await expect(page.getByRole('button', { name: 'Flag', exact: true })).toBeVisible()
  expect(await types(page)).toEqual(['flag', 'answer', 'undo', 'redo', 'undo', 'undo'])
})

test('what was done on the page of a question is taken back there', async ({ page }) => {
  await openSession(page)
  await missQuestion(page)
  const [row] = await readHotRows(page)
  await page.goto(`#/questions/${row?.event.type === 'answer' ? row.event.questionId : ''}`)
  const facts = page.getByText(/answered 1 time/)
  await expect(facts).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Start it anew' }).click()
  await expect(facts).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(facts).toBeVisible()
  await expect(page.getByText('Taken back.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
})
