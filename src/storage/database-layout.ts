/** How the log lies in IndexedDB: what Dexie writes and what `early-store.ts` reads with the browser's own calls. */
import type { JsonValue } from '../memory/event.ts'
import { emptyMark, type LogMark, type SegmentRow } from './log-store.ts'
import { BlockedUpgrade } from './storage-problem.ts'

export const databaseName = 'lectern'
/** Goes up with a change of the tables or of what stands in them; an older tab then says "reload". 2 since segments of the second format. */
export const databaseVersion = 2
/** The same as the browser has it: Dexie counts in tenths. */
export const rawVersion = databaseVersion * 10
/** About a megabyte. All segments go in such portions: between them the page can do other things. */
export const segmentsPerPortion = 60
/** Longer than any upgrade takes; a tab of an older version that does not close is then told. */
const blockedAfterMs = 4_000

export interface ValueRow { readonly key: string; readonly value: JsonValue }
export interface SnapshotRow { readonly id: 'snapshot'; readonly bytes: Uint8Array }
export interface MarkRow extends LogMark { readonly id: 'mark' }

export function markOf(row: MarkRow | undefined): LogMark {
  return row === undefined ? emptyMark : { generation: row.generation, sealedCount: row.sealedCount, sealedOrder: row.sealedOrder }
}

/** All segments within one transaction. @param read gives the first portion of those behind a key */
export async function readInPortions(read: (lastKey: string | undefined) => PromiseLike<readonly SegmentRow[]>): Promise<SegmentRow[]> {
  const segments: SegmentRow[] = []
  for (;;) {
    const portion = await read(segments.at(-1)?.key)
    segments.push(...portion)
    if (portion.length < segmentsPerPortion) return segments
  }
}

/** @throws BlockedUpgrade when the database does not open because an older tab does not let go */
export async function unlessBlocked<Value>(opening: PromiseLike<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const blocked = new Promise<never>((_, reject) => {
    timer = setTimeout(() => { reject(new BlockedUpgrade('another tab holds the database')) }, blockedAfterMs)
  })
  try {
    return await Promise.race([opening, blocked])
  } finally {
    clearTimeout(timer)
  }
}
