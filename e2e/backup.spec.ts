import { expect, test } from './fixtures.ts'
import { missQuestion, openSession } from './studying.ts'

test('a backup brings back all that was learned after everything was deleted', async ({ page }) => {
  await openSession(page)
  for (let answers = 0; answers < 3; answers += 1) await missQuestion(page)
  await page.goto('#/settings')
  const main = page.locator('main')
  await expect(main).toContainText('3 entries')

  const saving = page.waitForEvent('download')
  await page.locator('#backup').getByRole('button', { name: 'Save a backup file' }).click()
  const file = await (await saving).path()

  const forget = page.getByRole('button', { name: 'Delete every answer' })
  await expect(forget).toBeDisabled()
  await page.getByLabel(/Type “forget”/).fill('forget')
  await forget.click()
  await expect(main).toContainText('Every answer was deleted.')
  await expect(main).toContainText('0 entries')

  await page.getByLabel('Restore from a file').setInputFiles(file)
  await expect(main).toContainText('This file holds 3 entries about 3 questions')
  await expect(main).toContainText('3 of them are not here yet; 0 entries here are not in it.')
  await page.getByRole('button', { name: 'Add what is missing' }).click()
  await expect(main).toContainText('3 entries were added')
  await page.reload()
  await expect(main).toContainText(/\D3 entries/)
})

test('a file that is no backup changes nothing and says so', async ({ page }) => {
  await openSession(page)
  await missQuestion(page)
  await page.goto('#/settings')
  await page.getByLabel('Restore from a file').setInputFiles({ name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear reader') })
  await expect(page.locator('#backup')).toContainText('Nothing was changed.')
  await expect(page.locator('main')).toContainText('1 entry')
})

test('reviews can be saved as a table', async ({ page }) => {
  await openSession(page)
  await missQuestion(page)
  await page.goto('#/settings')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save reviews as CSV' }).click()
  const file = await (await saving).path()
  const { readFile } = await import('node:fs/promises')
  expect((await readFile(file, 'utf8')).trim().split('\n')).toHaveLength(2)
})
