import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { answerSomehow, checkAnswer, openSession, readStem } from './studying.ts'

/** Closes the tab without a word, and opens the same address in another. */
async function reopen(page: Page): Promise<Page> {
  const [address, context] = [page.url(), page.context()]
  await page.close({ runBeforeUnload: false })
  const again = await context.newPage()
  await again.goto(address)
  await expect(again.locator('.question')).toBeVisible()
  return again
}

/** What the session says it keeps is written a moment after the screen shows it. */
async function expectKept(page: Page, part: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => new Promise<string>((resolve, reject) => {
    const opening = indexedDB.open('lectern')
    opening.onerror = () => reject(opening.error ?? new Error('the database cannot be opened'))
    opening.onsuccess = () => {
      const database = opening.result
      const all = [...database.objectStoreNames].map((name) => new Promise<string>((done) => {
        const request = database.transaction(name).objectStore(name).getAll()
        request.onsuccess = () => done(JSON.stringify(request.result))
      }))
      void Promise.all(all).then((texts) => { database.close(); resolve(texts.join()) })
    }
  }))).toContain(part)
}

test('a half-typed answer stands where it stood after the tab was closed', async ({ page }) => {
  await openSession(page, 'kind=short&practice=1')
  const stem = await readStem(page)
  await page.locator('.question').getByRole('textbox').pressSequentially('reinfor')
  await expectKept(page, '"reinfor"')
  const again = await reopen(page)
  await expect(again.locator('.question').getByRole('textbox')).toHaveValue('reinfor')
  expect(await readStem(again)).toBe(stem)
  await expect(again.locator('.feedback-panel')).toHaveCount(0)
})

test('half of a matching stands too', async ({ page }) => {
  await openSession(page, 'kind=matching&practice=1')
  await page.keyboard.press('b')
  const given = await page.locator('.question .rows .given').first().innerText()
  await expectKept(page, '"pairs":{"')
  const again = await reopen(page)
  await expect(again.locator('.question .rows .given').first()).toHaveText(given.replace(/\s+/, ''))
})

test('a verdict overruled by the learner stays overruled', async ({ page }) => {
  await openSession(page, 'kind=short&practice=1')
  await answerSomehow(page)
  await checkAnswer(page)
  await page.getByRole('button', { name: 'I was right' }).click()
  await expect(page.getByText('Counted as right.')).toBeVisible()
  await expectKept(page, '"overruled":true')
  const again = await reopen(page)
  await expect(again.getByText('Counted as right.')).toBeVisible()
  await expect(again.getByRole('button', { name: 'I was right' })).toHaveCount(0)
})
