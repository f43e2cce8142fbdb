/** What a learner can say of a verdict, and what the app then says: “I was right”, how sure one was, and the report to the author. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { readHotRows } from './stored-log.ts'
import { openSession } from './studying.ts'

const panel = (page: Page) => page.locator('.feedback-panel')
const answerAs = async (page: Page, text: string, confidence: 'Guess' | 'Think so' | 'Sure') => {
  await page.locator('.question').getByRole('textbox').fill(text)
  await page.getByRole('button', { name: confidence }).click()
}

test('who was right after all is believed: the log keeps both verdicts, and the author can be given the answer', async ({ page }) => {
  await openSession(page, 'questions=o1-q-ten-steps')
  await answerAs(page, '62', 'Sure')
  await expect(panel(page)).toContainText('Not this one, though you were sure')
  await expect(page.getByRole('button', { name: 'Good' })).toHaveCount(0)
  await panel(page).getByRole('button', { name: 'I was right' }).click()
  await expect(page.locator('.overruled')).toContainText('Counted as right.')
  await expect(panel(page).getByRole('button', { name: 'I was right' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Good' }).click()

  await expect.poll(async () => (await readHotRows(page)).map(({ event }) => event).filter(({ type }) => type === 'answer')).toMatchObject([
    { questionId: 'o1-q-ten-steps', answer: { kind: 'numeric', text: '62' }, verdict: 'wrong', overruledTo: 'right', rating: 'good', confidence: 'sure' },
  ])

  await page.goto('#/settings')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save what I counted as right' }).click()
  const [head, row, end] = readFileSync(await (await saving).path(), 'utf8').trim().split(/\r?\n/)
  expect(head).toBe('question_id,rev,seed,verdict,overruled_to,answer,answered_at')
  expect(row).toMatch(/^o1-q-ten-steps,1,\d+,wrong,right,"\{""kind"":""numeric"",""text"":""62""\}",/)
  expect(end).toBeUndefined()
})

test('the last word is offered for what was typed only, and only where it was not counted as right', async ({ page }) => {
  const overrule = page.getByRole('button', { name: 'I was right' })
  await openSession(page, 'questions=o1-q-ten-steps&practice=1')
  await answerAs(page, '59', 'Sure')
  await expect(panel(page)).toContainText('Right, and you were sure')
  await expect(overrule).toHaveCount(0)

  await openSession(page, 'kind=choice&practice=1')
  await page.getByRole('button', { name: 'I do not know' }).click()
  await expect(panel(page)).toBeVisible()
  await expect(overrule).toHaveCount(0)
})

for (const { confidence, unfolds } of [{ confidence: 'Guess', unfolds: false }, { confidence: 'Sure', unfolds: true }] as const) {
  test(`an error after “${confidence}” is told what the mistake was and why${unfolds ? ', and shown its place in the argument unasked' : ''}`, async ({ page }) => {
    await openSession(page, 'questions=o1-q-ten-steps&practice=1')
    await answerAs(page, '95', confidence)
    await expect(panel(page)).toContainText('This is the rate of a single step.')
    await expect(panel(page)).toContainText('The rates of the steps multiply')
    await expect(panel(page).getByRole('link').first()).toBeVisible()
    const fuller = page.locator('details.fuller')
    await expect(fuller).toBeVisible()
    if (unfolds) await expect(fuller.locator('.outline').getByRole('link').first()).toBeVisible()
    else await expect(fuller.getByRole('link').filter({ visible: true })).toHaveCount(0)
    expect(await fuller.evaluate((element) => element.hasAttribute('open'))).toBe(unfolds)
  })
}

test('a confident error in a parametric question shows its mechanism, set to the numbers drawn', async ({ page }) => {
  await openSession(page, 'questions=o1-q-plan-success&practice=1')
  const [, steps = '', perStep = ''] = /a plan has (\d+) steps and each step succeeds (\d+%) of the time/.exec(await page.locator('.question-stem').innerText()) ?? []
  await answerAs(page, '1', 'Sure')
  const fuller = page.locator('details.fuller')
  await expect(fuller).toHaveAttribute('open')
  await expect(fuller.getByRole('slider').first()).toBeVisible()
  const settings = await fuller.getByRole('slider').evaluateAll((sliders) => sliders.map((slider) => slider.getAttribute('aria-valuetext') ?? ''))
  expect(settings.join(' ')).toContain(steps)
  expect(settings.join(' ')).toContain(perStep)
})

test('a report holds id, revision, seed and answer, can be copied, and goes nowhere by itself', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.route(/catalogue[^/]*\.json$/, async (route) => {
    const response = await route.fetch()
    const catalogue = await response.json()
    catalogue.library.reportTo = { email: 'author@example.org', issues: 'https://example.org/issues' }
    await route.fulfill({ response, json: catalogue })
  })
  await openSession(page, 'questions=o1-q-ten-steps&practice=1')
  await answerAs(page, '62', 'Think so')
  await page.locator('summary', { hasText: 'More' }).click()
  await page.getByRole('button', { name: 'Report this question' }).click()
  const sheet = page.getByRole('dialog')
  const lines = [/^question: o1-q-ten-steps$/, /^rev: 1$/, /^seed: \d+$/, /^answer: \{"kind":"numeric","text":"62"\}$/, /^verdict: wrong$/]
  const text = (await sheet.locator('.report').innerText()).split('\n')
  expect(text).toHaveLength(lines.length)
  for (const [index, line] of lines.entries()) expect(text[index]).toMatch(line)

  await sheet.getByRole('button', { name: 'Copy' }).click()
  await expect(sheet.getByRole('button', { name: 'Copied' })).toBeVisible()
  expect((await page.evaluate(() => navigator.clipboard.readText())).split('\n')).toEqual(text)
  const mail = new URL(await sheet.getByRole('link', { name: 'Write an e-mail' }).getAttribute('href') ?? '')
  expect(mail.pathname).toBe('author@example.org')
  expect(mail.searchParams.get('body')?.split('\n')).toEqual(text)
  await expect(sheet.getByRole('link', { name: 'Open the issue tracker' })).toHaveAttribute('href', 'https://example.org/issues')
})
