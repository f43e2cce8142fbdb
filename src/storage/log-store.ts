/**
 * What the repository needs of a place to keep things: a few atomic operations. Two places provide them, the Dexie
 * database and its twin in memory; the same contract suite runs on both.
 */
import type { JsonValue, ReviewEvent } from '../memory/event.ts'
import type { MemoryState } from '../memory/memory-state.ts'
import type { KnownLog, LogTail } from './log-tail.ts'

/** One entry that is not sealed yet, with the state of its question before and after; undo and the like have none, a new rating only the one before. */
export interface HotRow {
  readonly order: number
  readonly event: ReviewEvent
  readonly before?: MemoryState
  readonly after?: MemoryState
}

export const eventsPerSegment = 1_000

/** A thousand entries, packed, never changed again. The key names the first entry, how many there are, and a checksum of their bytes: the same segment has the same key everywhere. */
export interface SegmentRow {
  readonly key: string
  readonly count: number
  readonly lastOrder: number
  readonly bytes: Uint8Array
}

/** Where the log stands as a whole; read and written in the same transaction as the entries. */
export interface LogMark {
  /** Drawn anew when the log is replaced or merged: what was read before is no longer valid. */
  readonly generation: string
  readonly sealedCount: number
  /** The highest order in a segment; 0 when there is none. */
  readonly sealedOrder: number
}
export const emptyMark: LogMark = { generation: '', sealedCount: 0, sealedOrder: 0 }

export interface StoredHead {
  readonly mark: LogMark
  readonly snapshot?: Uint8Array
  readonly hot: readonly HotRow[]
}

/** What to write in the place of the log. */
export interface LogContent {
  readonly mark: LogMark
  readonly segments: readonly SegmentRow[]
  /** Small values that change with it. */
  readonly values?: Readonly<Record<string, JsonValue>>
}

export interface LogStore {
  readonly where: 'device' | 'session'
  readHead(): Promise<StoredHead>
  /** The reader's own copies. */
  readSegments(): Promise<readonly SegmentRow[]>
  /**
   * Writes rows with strict durability when the log is as their writer knows it. Else nothing is written, and what he has missed comes back.
   * @throws ConstraintError when an entry of the same name is there; nothing is written then
   */
  append(known: KnownLog, rows: readonly HotRow[]): Promise<LogTail | undefined>
  /** Moves the oldest entries into a segment: `pack` gets the oldest `count` rows and returns it. Nothing happens with fewer than `atLeast` rows. Returns how many rows are left. */
  seal(atLeast: number, count: number, pack: (rows: readonly HotRow[]) => SegmentRow): Promise<{ readonly hotCount: number }>
  /** Writes the snapshot unless the log was replaced meanwhile. */
  writeSnapshot(generation: string, bytes: Uint8Array): Promise<void>
  /** Replaces the whole log, if its mark and its number of hot rows are still as expected; false when they are not. */
  replaceLog(expected: { readonly mark: LogMark; readonly hotCount: number }, content: LogContent): Promise<boolean>
  getValue(key: string): Promise<JsonValue | undefined>
  putValue(key: string, value: JsonValue | undefined): Promise<void>
  /** Opens again after the connection was lost. */
  reopen(): Promise<void>
  close(): void
}
