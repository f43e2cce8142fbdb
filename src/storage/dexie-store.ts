/** The log in IndexedDB, through Dexie. */
import { Dexie, type EntityTable, type Table } from 'dexie'
import type { JsonValue } from '../memory/event.ts'
import { databaseName, databaseVersion, markOf, rawVersion, readInPortions, segmentsPerPortion, type MarkRow, type SnapshotRow, type ValueRow } from './database-layout.ts'
import type { HotRow, LogContent, LogMark, LogStore, SegmentRow, StoredHead } from './log-store.ts'
import { findTail, type KnownLog, type LogTail } from './log-tail.ts'
import { OutdatedTab } from './storage-problem.ts'

/** An acknowledged answer is on the disk, not merely handed to the system. */
const durability = 'strict'

class LecternDatabase extends Dexie {
  declare readonly hot: Table<HotRow, [number, string]>
  declare readonly segments: EntityTable<SegmentRow, 'key'>
  declare readonly marks: EntityTable<MarkRow, 'id'>
  declare readonly snapshots: EntityTable<SnapshotRow, 'id'>
  declare readonly values: EntityTable<ValueRow, 'key'>

  constructor(name: string, indexedDb: IDBFactory | undefined, keyRange: typeof IDBKeyRange | undefined) {
    super(name, {
      chromeTransactionDurability: durability,
      ...(indexedDb === undefined ? {} : { indexedDB: indexedDb }),
      ...(keyRange === undefined ? {} : { IDBKeyRange: keyRange }),
    })
    this.version(databaseVersion).stores({ hot: '[order+event.device], order, &[event.device+event.sequence]', segments: 'key', marks: 'id', snapshots: 'id', values: 'key' })
  }
}

export interface DexieStoreOptions {
  readonly name?: string
  /** For tests: another IndexedDB than the browser's. */
  readonly indexedDb?: IDBFactory
  readonly keyRange?: typeof IDBKeyRange
  /** Called once when a newer version of the app wants the database; it is closed then. */
  readonly onOutdated?: () => void
  /** Called when the database opens after all that an older tab held. */
  readonly onUnblocked?: () => void
}

export class DexieStore implements LogStore {
  readonly where = 'device'
  readonly #database: LecternDatabase
  readonly #keyRange: typeof IDBKeyRange
  #outdated = false

  constructor({ name = databaseName, indexedDb, keyRange, onOutdated }: DexieStoreOptions = {}) {
    this.#database = new LecternDatabase(name, indexedDb, keyRange)
    this.#keyRange = keyRange ?? IDBKeyRange
    this.#database.on('versionchange', () => {
      // Give way at once, so that the newer tab is not blocked; what is answered here from now on is kept as unsaved.
      this.#outdated = true
      this.#database.close({ disableAutoOpen: true })
      onOutdated?.()
    })
  }

  /** Waits for an older tab that does not let go. @throws OutdatedTab for tables of a newer version, which Dexie would open; otherwise as Dexie does */
  async open(): Promise<void> {
    await this.#database.open()
    if (this.#database.backendDB().version <= rawVersion) return
    this.#outdated = true
    this.#database.close({ disableAutoOpen: true })
    throw new OutdatedTab('a newer version of the app has written to the database')
  }

  readHead(): Promise<StoredHead> {
    return this.#database.transaction('r', [this.#database.hot, this.#database.marks, this.#database.snapshots], async () => {
      const [mark, snapshot, hot] = await Promise.all([this.#readMark(), this.#database.snapshots.get('snapshot'), this.#database.hot.orderBy(':id').toArray()])
      return snapshot === undefined ? { mark, hot } : { mark, snapshot: snapshot.bytes, hot }
    })
  }

  readSegments(): Promise<readonly SegmentRow[]> {
    const { segments } = this.#database
    return this.#database.transaction('r', segments, async () => readInPortions((last) => (last === undefined ? segments.toCollection() : segments.where(':id').above(last)).limit(segmentsPerPortion).toArray()))
  }

  async append(known: KnownLog, rows: readonly HotRow[]): Promise<LogTail | undefined> {
    this.#refuseWhenOutdated()
    if (!this.#database.isOpen()) await this.#database.open()
    // With the browser's own calls: the screen waits for an answer, and Dexie's way to them is long.
    const transaction = this.#database.backendDB().transaction(['hot', 'marks'], 'readwrite', { durability })
    const hot = transaction.objectStore('hot')
    return new Promise((resolve, reject) => {
      let tail: LogTail | undefined
      transaction.addEventListener('complete', () => { resolve(undefined) })
      transaction.addEventListener('abort', () => {
        if (tail) resolve(tail)
        else reject(transaction.error ?? new DOMException('the database gave no reason', 'UnknownError'))
      })
      // Asked and added in one go, and taken back when it turns out so: the disk is waited for once.
      const mark: IDBRequest<MarkRow | undefined> = transaction.objectStore('marks').get('mark')
      const above: IDBRequest<HotRow[]> = hot.index('order').getAll(this.#keyRange.lowerBound(known.order, true))
      above.addEventListener('success', () => {
        tail = findTail(known, markOf(mark.result), above.result)
        if (tail) transaction.abort()
      })
      try {
        for (const row of rows) hot.add(row)
      } catch (error) {
        transaction.abort()
        throw error
      }
    })
  }

  seal(atLeast: number, count: number, pack: (rows: readonly HotRow[]) => SegmentRow): Promise<{ hotCount: number }> {
    this.#refuseWhenOutdated()
    return this.#database.transaction('rw', [this.#database.hot, this.#database.segments, this.#database.marks], async () => {
      const hotCount = await this.#database.hot.count()
      if (hotCount < atLeast) return { hotCount }
      const mark = await this.#readMark()
      const rows = await this.#database.hot.orderBy(':id').limit(count).toArray()
      const segment = pack(rows)
      await this.#database.segments.put(segment)
      await this.#database.hot.bulkDelete(rows.map(({ order, event }): [number, string] => [order, event.device]))
      await this.#writeMark({ ...mark, sealedCount: mark.sealedCount + segment.count, sealedOrder: Math.max(mark.sealedOrder, segment.lastOrder) })
      return { hotCount: hotCount - rows.length }
    })
  }

  async writeSnapshot(generation: string, bytes: Uint8Array): Promise<void> {
    await this.#database.transaction('rw', [this.#database.marks, this.#database.snapshots], async () => {
      const mark = await this.#readMark()
      if (mark.generation === generation) await this.#database.snapshots.put({ id: 'snapshot', bytes })
    })
  }

  replaceLog(expected: { readonly mark: LogMark; readonly hotCount: number }, content: LogContent): Promise<boolean> {
    this.#refuseWhenOutdated()
    const { hot, segments, marks, snapshots, values } = this.#database
    return this.#database.transaction('rw', [hot, segments, marks, snapshots, values], async () => {
      const [mark, hotCount] = await Promise.all([this.#readMark(), hot.count()])
      if (mark.generation !== expected.mark.generation || mark.sealedCount !== expected.mark.sealedCount || hotCount !== expected.hotCount) return false
      await Promise.all([hot.clear(), segments.clear(), snapshots.clear()])
      for (let start = 0; start < content.segments.length; start += segmentsPerPortion) await segments.bulkAdd(content.segments.slice(start, start + segmentsPerPortion))
      await values.bulkPut(Object.entries(content.values ?? {}).map(([key, value]) => ({ key, value })))
      await this.#writeMark(content.mark)
      return true
    })
  }

  async getValue(key: string): Promise<JsonValue | undefined> {
    return (await this.#database.values.get(key))?.value
  }

  async putValue(key: string, value: JsonValue | undefined): Promise<void> {
    this.#refuseWhenOutdated()
    if (value === undefined) await this.#database.values.delete(key)
    else await this.#database.values.put({ key, value })
  }

  async reopen(): Promise<void> {
    this.#refuseWhenOutdated()
    this.#database.close({ disableAutoOpen: false })
    await this.open()
  }

  close(): void {
    this.#database.close()
  }

  async #readMark(): Promise<LogMark> {
    return markOf(await this.#database.marks.get('mark'))
  }

  async #writeMark(mark: LogMark): Promise<void> {
    await this.#database.marks.put({ id: 'mark', ...mark })
  }

  #refuseWhenOutdated(): void {
    if (this.#outdated) throw new OutdatedTab('a newer version of the app has taken over the database')
  }
}
