/** What can go wrong with a browser's storage while someone studies, one thing after the other. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright/test'
import { readBackup } from '../src/storage/backup.ts'
import { expect, test } from './fixtures.ts'
import { expectConsistent, forgiveDatabase, holdDatabase, readHotRows } from './stored-log.ts'
import { missQuestion, openSession } from './studying.ts'
import { makeBackup, restore } from './weeks-of-study.ts'

const notice = (page: Page) => page.locator('.notice.bad')
/** Counts the stored answers without waiting for a screen. */
const storedAnswers = (page: Page) => expect.poll(async () => (await readHotRows(page)).filter(({ event }) => event.type === 'answer').length)

/** Gives the site so few bytes of storage. Returns the way to give it back as many as usual. */
async function limitStorage(page: Page, quotaSize: number): Promise<() => Promise<unknown>> {
  // Whoever set a limit must lift it.
  const browser = await page.context().newCDPSession(page)
  const { origin } = new URL(page.url())
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize })
  return () => browser.send('Storage.overrideQuotaForOrigin', { origin })
}

/** Fills a database of its own until not even a hundred bytes are taken any more; the browser itself refuses them. */
function fillStorage(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('ballast')
      opening.onupgradeneeded = () => { opening.result.createObjectStore('ballast', { autoIncrement: true }) }
      opening.onsuccess = () => { resolve(opening.result) }
      opening.onerror = () => { reject(opening.error ?? new Error('not opened')) }
    })
    const add = (bytes: number) => new Promise<string>((resolve) => {
      const writing = database.transaction('ballast', 'readwrite', { durability: 'strict' })
      // What can be packed takes less room than it seems to.
      writing.objectStore('ballast').add(crypto.getRandomValues(new Uint8Array(bytes)))
      writing.oncomplete = () => { resolve('stored') }
      writing.onabort = () => { resolve(writing.error?.name ?? 'refused') }
    })
    for (const bytes of [60_000, 10_000, 1_000, 100]) {
      let answer = 'stored'
      while (answer === 'stored') answer = await add(bytes)
      if (answer !== 'QuotaExceededError') throw new Error(`the browser said ${answer}`)
    }
    database.close()
  })
}

/** Saves a backup from the page that is open and counts the entries in it. */
async function countExported(page: Page): Promise<number> {
  await page.evaluate(() => { location.hash = '#/settings' })
  const saving = page.waitForEvent('download')
  await page.locator('#backup').getByRole('button', { name: 'Save a backup file' }).click()
  const backup = readBackup(readFileSync(await (await saving).path()))
  if (!backup.ok) throw new Error(backup.problems.map(({ hint }) => hint).join())
  return backup.value.events
}

test('an answer when the storage is full to the quota is said to be unsaved, can be exported, and saves itself once there is room', async ({ page }) => {
  // What is kept for a visit without a network would take its share of the quota, at a moment of its own.
  await page.addInitScript(() => { Reflect.deleteProperty(Navigator.prototype, 'serviceWorker') })
  await page.goto('/')
  const giveRoom = await limitStorage(page, 3_000_000)
  await openSession(page)
  await missQuestion(page)
  await storedAnswers(page).toBe(1)
  await fillStorage(page)
  await missQuestion(page)
  await expect(notice(page).first()).toContainText('not stored yet')
  expect(await countExported(page)).toBe(2)
  await expect(notice(page).first()).toContainText('is full')
  await giveRoom()
  await expect(notice(page)).toHaveCount(0, { timeout: 30_000 })
  await storedAnswers(page).toBe(2)
  expectConsistent(await readHotRows(page))
})

test('one question answered in two tabs at once moves the schedule once, and both answers are kept', async ({ page, context }) => {
  const other = await context.newPage()
  for (const tab of [page, other]) await openSession(tab)
  for (const tab of [page, other]) await tab.getByRole('button', { name: 'I do not know' }).click()
  await Promise.all([page, other].map((tab) => tab.getByRole('button', { name: 'Continue' }).click()))
  await storedAnswers(page).toBe(2)
  const rows = await readHotRows(page)
  const answers = rows.flatMap(({ event }) => (event.type === 'answer' ? [event] : []))
  expect(new Set(answers.map(({ questionId }) => questionId)).size).toBe(1)
  expect(answers.map(({ practice }) => practice).sort()).toEqual([false, true])
  expectConsistent(rows)
})

test('a clock that jumps by a day and by a year, both ways, neither stops the learner nor bends an interval', async ({ page }) => {
  const start = Date.now()
  const day = 86_400_000
  for (const [answered, days] of [0, 1, 0, 366, 0, -366, 0].entries()) {
    await page.clock.setSystemTime(start + days * day)
    await openSession(page)
    await missQuestion(page)
    await storedAnswers(page).toBe(answered + 1)
  }
  const rows = await readHotRows(page)
  expectConsistent(rows)
  for (const { event, after } of rows) {
    if (event.type !== 'answer' || after === undefined || after.stage === 'new') continue
    expect(event.dueDay - event.day).toBeGreaterThanOrEqual(0)
    // Given up each time: nothing that was forgotten may be put far off.
    expect(event.dueDay - event.day).toBeLessThanOrEqual(1)
    expect(after.stability).toBeLessThan(10)
  }
})

test('questions answered while the clock was ahead are told of and can be counted as seen today', async ({ page }) => {
  const start = Date.now()
  await page.clock.setSystemTime(start + 366 * 86_400_000)
  await openSession(page)
  await missQuestion(page)
  await storedAnswers(page).toBe(1)
  await page.clock.setSystemTime(start)
  await page.goto('#/')
  await page.reload()
  await page.getByRole('button', { name: 'Count it as today' }).click()
  await expect(page.getByText('the clock was ahead')).toHaveCount(0)
})

test('a tab whose database a newer version takes over says so, keeps what is answered and can export it', async ({ page, context, baseURL, troubles }) => {
  await openSession(page)
  await missQuestion(page)
  await storedAnswers(page).toBe(1)
  const newer = await context.newPage()
  await newer.goto(new URL('manifest.webmanifest', baseURL).href)
  await newer.evaluate(() => new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('lectern', 1_000)
    opening.onsuccess = () => { resolve() }
    opening.onerror = () => { reject(opening.error ?? new Error('not opened')) }
  }))
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible()
  await expect(notice(page).first()).toContainText('newer version')
  await missQuestion(page)
  await expect(page.getByText('not stored yet').first()).toBeVisible()
  const waiting = await page.evaluate(() => Object.entries(localStorage).flatMap(([key, value]: [string, string]) => (key.startsWith('lectern-unsaved-') ? JSON.parse(value) : [])))
  expect(waiting).toHaveLength(1)
  expect(await countExported(page)).toBe(2)
  forgiveDatabase(troubles)
})

test('an older tab that holds the database is told of, and what is answered meanwhile is stored once it is closed', async ({ page, context, baseURL, troubles }) => {
  const older = await holdDatabase(context, baseURL)
  await openSession(page)
  await expect(notice(page).first()).toContainText('Close that tab')
  await missQuestion(page)
  await expect(notice(page).first()).toContainText('not stored yet')
  expect(await countExported(page)).toBe(1)
  await older.close()
  await expect(notice(page)).toHaveCount(0)
  await storedAnswers(page).toBe(1)
  expectConsistent(await readHotRows(page))
  forgiveDatabase(troubles)
})

test('without any storage the app says so, works until the tab is closed, and can export', async ({ page }) => {
  await page.addInitScript(() => { Object.defineProperty(globalThis, 'indexedDB', { get: () => { throw new DOMException('not here', 'SecurityError') } }) })
  await openSession(page)
  await expect(notice(page).first()).toContainText('gives no storage here')
  await missQuestion(page)
  expect(await countExported(page)).toBe(1)
  await expect(page.locator('#backup')).toContainText('lost when the tab is closed')
})

test('a connection that the browser drops is opened again, and no answer is lost', async ({ page, troubles }) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open
    IDBFactory.prototype.open = function (...given) {
      const opening = open.apply(this, given)
      opening.addEventListener('success', () => { addEventListener('drop-connections', () => { opening.result.close() }) })
      return opening
    }
  })
  await openSession(page)
  await missQuestion(page)
  await storedAnswers(page).toBe(1)
  await page.evaluate(() => dispatchEvent(new Event('drop-connections')))
  await missQuestion(page)
  await storedAnswers(page).toBe(2)
  await expect(notice(page)).toHaveCount(0)
  forgiveDatabase(troubles)
})

/** Changes rows of one table by the browser's own calls. */
async function tamper(page: Page, table: 'segments' | 'hot'): Promise<void> {
  await page.evaluate((name) => new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('lectern')
    opening.onsuccess = () => {
      const tables = opening.result.transaction([name, 'snapshots'], 'readwrite')
      tables.objectStore('snapshots').clear()
      tables.objectStore(name).openCursor().onsuccess = ({ target }) => {
        const cursor = target instanceof IDBRequest ? target.result : null
        if (cursor === null) return
        const row = cursor.value
        if (name === 'segments') row.bytes[40] ^= 1
        else row.event = { device: row.event.device, sequence: row.event.sequence }
        cursor.update(row)
      }
      tables.oncomplete = () => {
        opening.result.close()
        resolve()
      }
      tables.onabort = () => { reject(tables.error ?? new Error('aborted')) }
    }
  }), table)
}

for (const table of ['segments', 'hot'] as const) {
  test(`damage in the ${table === 'hot' ? 'newest entries' : 'packed entries'} is told of in words, and studying and export go on`, async ({ page }) => {
    if (table === 'segments') await restore(page, await makeBackup(8))
    else {
      await openSession(page)
      await missQuestion(page)
      await storedAnswers(page).toBe(1)
    }
    await tamper(page, table)
    await page.goto('#/settings')
    await page.reload()
    await expect(page.getByText(/can no longer be read/).first()).toBeVisible()
    await openSession(page)
    await missQuestion(page)
    expect(await countExported(page)).toBeGreaterThan(0)
  })
}
