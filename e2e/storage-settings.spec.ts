/** What the learner is told, and keeps, when the storage cannot be had; and what the browser answers when it is asked to keep the data. */
import { openSync, closeSync, ftruncateSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { largestBackupBytes } from '../src/storage/repository.ts'
import { expect, test } from './fixtures.ts'
import { forgiveDatabase, holdDatabase } from './stored-log.ts'
import { missQuestion, openSession } from './studying.ts'

const notice = (page: Page) => page.locator('.notice.bad').first()
const newPerDay = (page: Page) => page.getByRole('spinbutton', { name: 'New cards a day' })

test('settings changed while an older tab holds the database are in force, said to be unsaved, and stored once it is closed', async ({ page, context, baseURL, troubles }) => {
  const older = await holdDatabase(context, baseURL)
  await page.goto('#/settings')
  await expect(notice(page)).toContainText('Close that tab')
  await page.getByRole('switch', { name: 'Spread the dates a little' }).click()
  await expect(notice(page)).toContainText('Settings were changed that are not stored yet')
  await older.close()
  await expect(page.locator('.notice.bad')).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('switch', { name: 'Spread the dates a little' })).toHaveAttribute('aria-checked', 'false')
  forgiveDatabase(troubles)
})

test('settings that a closed tab could not store are there in the next one', async ({ page, context, baseURL, troubles }) => {
  const older = await holdDatabase(context, baseURL)
  await page.goto('#/settings')
  await expect(notice(page)).toContainText('Close that tab')
  await newPerDay(page).press('ArrowDown')
  await expect(notice(page)).toContainText('Settings were changed')
  await page.close()
  await older.close()
  const next = await context.newPage()
  await next.goto('#/settings')
  await expect(newPerDay(next)).toHaveAttribute('aria-valuenow', '9')
  await expect(next.locator('.notice.bad')).toHaveCount(0)
  forgiveDatabase(troubles)
})

test('while an older tab holds the database, statistics and the table of reviews show what was answered meanwhile', async ({ page, context, baseURL, troubles }) => {
  const older = await holdDatabase(context, baseURL)
  await openSession(page)
  await expect(notice(page)).toContainText('Close that tab')
  for (let answers = 0; answers < 2; answers += 1) await missQuestion(page)
  await page.goto('#/progress')
  await expect(page.locator('main')).toContainText('2 answers so far')
  await expect(page.locator('.finding').first()).toBeVisible()
  await page.goto('#/settings')
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save reviews as CSV' }).click()
  expect(readFileSync(await (await saving).path(), 'utf8').trim().split('\n')).toHaveLength(3)
  await older.close()
  await expect(page.locator('.notice.bad')).toHaveCount(0)
  forgiveDatabase(troubles)
})

test('a file far too large to be a backup is refused with the reason before it is read, and nothing is changed', async ({ page }, { workerIndex }) => {
  await openSession(page)
  await missQuestion(page)
  const path = join(tmpdir(), `lectern-huge-${process.pid}-${workerIndex}.lectern`)
  // It takes no room on the disk: it is one long hole.
  const file = openSync(path, 'w')
  ftruncateSync(file, largestBackupBytes + 1)
  closeSync(file)
  try {
    await page.goto('#/settings')
    await page.getByLabel('Restore from a file').setInputFiles(path)
    await expect(page.locator('#backup')).toContainText('This file is too large to be a backup. Nothing was changed.')
    await expect(page.locator('main')).toContainText('1 entry')
  }
  finally { rmSync(path) }
})

/** Answers for the browser, which decides by what it knows of a site and asks nobody. */
async function answerPersistence(page: Page, isGranted: boolean): Promise<void> {
  await page.addInitScript((granted) => {
    let asked = false
    StorageManager.prototype.persisted = async () => asked && granted
    StorageManager.prototype.persist = async () => {
      asked = true
      return granted
    }
  }, isGranted)
}

for (const [isGranted, atTheEnd, inSettings] of [
  [true, 'The browser will keep your progress.', 'The browser has promised to keep the data.'],
  [false, 'The browser made no promise. Save a backup file from time to time.', 'The browser made no promise. Save a backup file from time to time.'],
] as const) {
  test(`at the end of a session the browser is asked to keep the data, and what it ${isGranted ? 'promises' : 'refuses'} is said`, async ({ page }) => {
    await answerPersistence(page, isGranted)
    await openSession(page)
    await missQuestion(page)
    await page.getByRole('button', { name: /^End/ }).click()
    await page.getByRole('button', { name: 'Ask it not to' }).click()
    await expect(page.getByText(atTheEnd)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Ask it not to' })).toHaveCount(0)
  })

  test(`so it is in the settings when it ${isGranted ? 'promises' : 'refuses'}`, async ({ page }) => {
    await answerPersistence(page, isGranted)
    await page.goto('#/settings')
    await expect(page.getByText('may delete the data')).toBeVisible()
    await page.getByRole('button', { name: 'Ask it not to' }).click()
    await expect(page.getByText(inSettings)).toBeVisible()
    await expect(page.getByText('may delete the data')).toHaveCount(0)
  })
}
