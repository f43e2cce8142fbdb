/** The log as it lies on the disk, read by the browser's own calls while the app is open. */
import type { BrowserContext, Page } from 'playwright/test'
import { eventId } from '../src/memory/event.ts'
import { stateOf } from '../src/memory/memory.ts'
import { replay } from '../src/memory/replay.ts'
import type { HotRow } from '../src/storage/log-store.ts'
import { expect } from './fixtures.ts'

/** The entries that are not sealed yet, in order; none before the first was written. */
export function readHotRows(page: Page): Promise<HotRow[]> {
  return page.evaluate(() => new Promise<HotRow[]>((resolve, reject) => {
    const opening = indexedDB.open('lectern')
    // Without a database this would make an empty one, which is not the app's.
    opening.onupgradeneeded = () => { opening.transaction?.abort() }
    opening.onerror = () => { resolve([]) }
    opening.onsuccess = () => {
      const database = opening.result
      const reading = database.transaction('hot').objectStore('hot').getAll()
      reading.onerror = () => { reject(reading.error ?? new Error('the rows cannot be read')) }
      reading.onsuccess = () => {
        database.close()
        resolve(reading.result)
      }
    }
  }))
}

/** Another tab that holds the database as an older version of the app would, and does not let go until it is closed. */
export async function holdDatabase(context: BrowserContext, baseURL: string | undefined): Promise<Page> {
  const older = await context.newPage()
  await older.goto(new URL('manifest.webmanifest', baseURL).href)
  await older.evaluate(() => new Promise<void>((resolve) => {
    const opening = indexedDB.open('lectern', 1)
    opening.onsuccess = () => { resolve() }
  }))
  return older
}

/** The database's library says on the console what was done to it here on purpose. */
export function forgiveDatabase(troubles: string[]): void {
  const others = troubles.filter((trouble) => !/^warning: (Dexie: Need to reopen|Another connection wants|Upgrade 'lectern' blocked)/.test(trouble))
  troubles.splice(0, troubles.length, ...others)
}

export function idsOf(rows: readonly HotRow[]): string[] {
  return rows.map(({ event }) => eventId(event))
}

/** No entry is there twice, and the state beside each question's newest entry is what a replay of the log gives. */
export function expectConsistent(rows: readonly HotRow[]): void {
  expect(new Set(idsOf(rows)).size).toBe(rows.length)
  const memory = replay(rows.map(({ event }) => event))
  const newest = new Map(rows.flatMap(({ event, after }) => ('questionId' in event && after !== undefined ? [[event.questionId, after] as const] : [])))
  for (const [question, after] of newest) expect(stateOf(memory, question)).toEqual(after)
}
