/** The log as it lies on the disk, read by the browser's own calls while the app is open. */
import type { Page } from 'playwright/test'
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
