/** Typing an answer, as hands and input methods in three languages do it. */
import { expect, test } from './fixtures.ts'
import { openSession } from './studying.ts'

test('a number is read in many ways of writing, and shown as it was read before it counts', async ({ page }) => {
  await openSession(page, 'questions=o1-q-ten-steps&practice=1')
  const field = page.locator('.question').getByRole('textbox')
  const notes = page.locator('.question-notes')
  for (const [typed, read] of [['５９', '59%'], ['59 процентов', '59%'], ['百分之五十九', '59%'], ['约59％', '59%'], ['-59', '−59%'], ['5.9×10', ''], ['50–60', '50% – 60%'], ['590‰', '59%']] as const) {
    await field.fill(typed)
    if (read === '') await expect(notes).not.toContainText('Read as')
    else await expect(notes).toContainText(`Read as ${read}`)
  }
  await expect(page.locator('.feedback-panel')).toHaveCount(0)
})

test('what has two meanings is asked back, and what is only begun does not count yet', async ({ page }) => {
  await openSession(page, 'questions=o1-q-ten-steps&practice=1')
  const field = page.locator('.question').getByRole('textbox')
  const sure = page.getByRole('button', { name: 'Sure' })
  for (const [typed, why] of [['', 'Nothing is answered yet.'], ['5e', 'This looks like the beginning of an answer.'], ['5.', 'This looks like the beginning of an answer.'], ['fifty-nine kg', 'could not be read as a number'], ['59 kg', 'The answer is asked for in %.']] as const) {
    await field.fill(typed)
    await sure.click()
    await expect(page.locator('.question-notes')).toContainText(why)
    await expect(page.locator('.feedback-panel')).toHaveCount(0)
  }
  await field.fill('0,59')
  await expect(page.locator('.question-notes')).toContainText('Which do you mean?')
  await page.locator('.question-notes').getByRole('button', { name: '59%', exact: true }).click()
  await expect(page.locator('.question-notes')).toContainText('Read as 59%')
  await sure.click()
  await expect(page.locator('.feedback-panel')).toContainText('Right, and you were sure')
})

test('Enter while Chinese is composed takes the word and submits nothing; the next Enter goes on', async ({ page }) => {
  await openSession(page, 'kind=short&practice=1')
  const field = page.locator('.question').getByRole('textbox')
  const thinkSo = page.getByRole('button', { name: 'Think so' })
  await field.click()
  const browser = await page.context().newCDPSession(page)
  await browser.send('Input.imeSetComposition', { text: 'shu sou', selectionStart: 7, selectionEnd: 7 })
  await page.keyboard.press('Enter')
  await expect(field).toBeFocused()
  await expect(thinkSo).not.toBeFocused()
  await browser.send('Input.insertText', { text: '树搜索' })
  await expect(field).toHaveValue('树搜索')
  await page.keyboard.press('Enter')
  await expect(thinkSo).toBeFocused()
})
