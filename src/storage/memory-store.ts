/** The twin of the Dexie store that lives in this tab's memory: for browsers without storage, and for tests. */
import { eventId, type JsonValue } from '../memory/event.ts'
import { emptyMark, type HotRow, type LogContent, type LogMark, type LogStore, type SegmentRow, type StoredHead } from './log-store.ts'
import { findTail, type KnownLog, type LogTail } from './log-tail.ts'

/** What several stores share, as several tabs share one database. */
export class MemoryDisk {
  mark: LogMark = emptyMark
  hot: HotRow[] = []
  segments: SegmentRow[] = []
  snapshot: Uint8Array | undefined
  readonly values = new Map<string, JsonValue>()
}

export class MemoryStore implements LogStore {
  readonly where = 'session'
  readonly #disk: MemoryDisk

  constructor(disk: MemoryDisk = new MemoryDisk()) {
    this.#disk = disk
  }

  async readHead(): Promise<StoredHead> {
    const { mark, snapshot, hot } = this.#disk
    return snapshot === undefined ? { mark, hot: [...hot] } : { mark, snapshot, hot: [...hot] }
  }

  async readSegments(): Promise<readonly SegmentRow[]> {
    return this.#disk.segments.map((row) => ({ ...row, bytes: row.bytes.slice() }))
  }

  async append(known: KnownLog, rows: readonly HotRow[]): Promise<LogTail | undefined> {
    const names = new Set(this.#disk.hot.map(({ event }) => eventId(event)))
    if (rows.some(({ event }) => names.has(eventId(event)))) throw new DOMException('an entry of that name is there', 'ConstraintError')
    const tail = findTail(known, this.#disk.mark, this.#disk.hot.filter(({ order }) => order > known.order))
    if (tail) return tail
    this.#disk.hot = [...this.#disk.hot, ...rows].sort((first, second) => first.order - second.order)
    return undefined
  }

  async seal(atLeast: number, count: number, pack: (rows: readonly HotRow[]) => SegmentRow): Promise<{ hotCount: number }> {
    if (this.#disk.hot.length < atLeast) return { hotCount: this.#disk.hot.length }
    const segment = pack(this.#disk.hot.slice(0, count))
    this.#disk.segments = [...this.#disk.segments, segment]
    this.#disk.hot = this.#disk.hot.slice(count)
    this.#disk.mark = { ...this.#disk.mark, sealedCount: this.#disk.mark.sealedCount + segment.count, sealedOrder: Math.max(this.#disk.mark.sealedOrder, segment.lastOrder) }
    return { hotCount: this.#disk.hot.length }
  }

  async writeSnapshot(generation: string, bytes: Uint8Array): Promise<void> {
    if (this.#disk.mark.generation === generation) this.#disk.snapshot = bytes
  }

  async replaceLog(expected: { readonly mark: LogMark; readonly hotCount: number }, content: LogContent): Promise<boolean> {
    const { mark, hot } = this.#disk
    if (mark.generation !== expected.mark.generation || mark.sealedCount !== expected.mark.sealedCount || hot.length !== expected.hotCount) return false
    this.#disk.mark = content.mark
    for (const [key, value] of Object.entries(content.values ?? {})) this.#disk.values.set(key, value)
    this.#disk.hot = []
    this.#disk.segments = [...content.segments]
    this.#disk.snapshot = undefined
    return true
  }

  async getValue(key: string): Promise<JsonValue | undefined> {
    return this.#disk.values.get(key)
  }

  async putValue(key: string, value: JsonValue | undefined): Promise<void> {
    if (value === undefined) this.#disk.values.delete(key)
    else this.#disk.values.set(key, structuredClone(value))
  }

  async reopen(): Promise<void> {
    // Memory has no connection to lose.
  }

  close(): void {
    // Nothing is held.
  }
}
