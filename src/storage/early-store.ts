/**
 * The log in IndexedDB before Dexie is there. A first question needs only to read, and that the browser does by itself;
 * Dexie comes with the first thing to write, which waits for it. From then on Dexie does everything.
 * While an older tab holds the database the opening goes on by itself, and whatever is asked is refused at once.
 */
import type { JsonValue } from '../memory/event.ts'
import { databaseName, markOf, rawVersion, readInPortions, segmentsPerPortion, unlessBlocked, type MarkRow, type SnapshotRow, type ValueRow } from './database-layout.ts'
import type { DexieStore, DexieStoreOptions } from './dexie-store.ts'
import { emptyMark, type HotRow, type LogContent, type LogMark, type LogStore, type SegmentRow, type StoredHead } from './log-store.ts'
import type { KnownLog, LogTail } from './log-tail.ts'
import { BlockedUpgrade } from './storage-problem.ts'

export class EarlyStore implements LogStore {
  readonly where = 'device'
  readonly #options: DexieStoreOptions
  #early: IDBDatabase | undefined
  #dexie: Promise<DexieStore> | undefined
  /** True while an opening goes on that an older tab holds up. */
  #isBlocked = false

  constructor(options: DexieStoreOptions = {}) {
    this.#options = options
  }

  /** @throws what the browser says when it gives no storage here; BlockedUpgrade, after which it may be used all the same; or as Dexie does for a database of another version */
  async open(): Promise<void> {
    await this.#connect()
  }

  async readHead(): Promise<StoredHead> {
    const database = await this.#connect()
    if (database === 'dexie') return (await this.#store()).readHead()
    if (database === undefined) return { mark: emptyMark, hot: [] }
    const tables = database.transaction(['hot', 'marks', 'snapshots'])
    // The rows are those that DexieStore wrote; all of a table come in the order of its key, as there.
    const [hot, mark, snapshot] = await Promise.all([
      answerOf<HotRow[]>(tables.objectStore('hot').getAll()),
      answerOf<MarkRow | undefined>(tables.objectStore('marks').get('mark')),
      answerOf<SnapshotRow | undefined>(tables.objectStore('snapshots').get('snapshot')),
    ])
    return snapshot === undefined ? { mark: markOf(mark), hot } : { mark: markOf(mark), snapshot: snapshot.bytes, hot }
  }

  async readSegments(): Promise<readonly SegmentRow[]> {
    const database = await this.#connect()
    if (database === 'dexie') return (await this.#store()).readSegments()
    if (database === undefined) return []
    const segments = database.transaction('segments').objectStore('segments')
    const keyRange = this.#options.keyRange ?? IDBKeyRange
    return readInPortions((last) => answerOf<SegmentRow[]>(segments.getAll(last === undefined ? null : keyRange.lowerBound(last, true), segmentsPerPortion)))
  }

  async getValue(key: string): Promise<JsonValue | undefined> {
    const database = await this.#connect()
    if (database === 'dexie') return (await this.#store()).getValue(key)
    return database === undefined ? undefined : (await answerOf<ValueRow | undefined>(database.transaction('values').objectStore('values').get(key)))?.value
  }

  async append(known: KnownLog, rows: readonly HotRow[]): Promise<LogTail | undefined> {
    return (await this.#store()).append(known, rows)
  }

  async seal(atLeast: number, count: number, pack: (rows: readonly HotRow[]) => SegmentRow): Promise<{ readonly hotCount: number }> {
    return (await this.#store()).seal(atLeast, count, pack)
  }

  async writeSnapshot(generation: string, bytes: Uint8Array): Promise<void> {
    await (await this.#store()).writeSnapshot(generation, bytes)
  }

  async replaceLog(expected: { readonly mark: LogMark; readonly hotCount: number }, content: LogContent): Promise<boolean> {
    return (await this.#store()).replaceLog(expected, content)
  }

  async putValue(key: string, value: JsonValue | undefined): Promise<void> {
    await (await this.#store()).putValue(key, value)
  }

  async reopen(): Promise<void> {
    await (await this.#store()).reopen()
  }

  close(): void {
    this.#letGo()
    void this.#dexie?.then((store) => { store.close() }, () => undefined)
  }

  /** The database to read from by ourselves; undefined while there is none, and `dexie` once reading is Dexie's. */
  async #connect(): Promise<IDBDatabase | 'dexie' | undefined> {
    if (this.#dexie !== undefined) return 'dexie'
    return this.#early ?? this.#unlessBlocked(() => this.#openEarly())
  }

  async #openEarly(): Promise<IDBDatabase | 'dexie' | undefined> {
    const database = await openExisting(this.#options.indexedDb ?? indexedDB, this.#options.name ?? databaseName)
    if (database === undefined) return undefined
    if (database.version !== rawVersion) {
      // Tables of another version are for Dexie to upgrade or to refuse.
      database.close()
      await this.#fetchDexie()
      return 'dexie'
    }
    database.addEventListener('close', () => { this.#early = undefined })
    database.addEventListener('versionchange', () => {
      this.#letGo()
      this.#options.onOutdated?.()
    })
    this.#early = database
    return database
  }

  #store(): Promise<DexieStore> {
    return this.#unlessBlocked(() => this.#fetchDexie())
  }

  /** @throws BlockedUpgrade when an older tab holds up the opening, which goes on; from then on at once, until it has come to its end */
  async #unlessBlocked<Value>(open: () => Promise<Value>): Promise<Value> {
    if (this.#isBlocked) throw new BlockedUpgrade('another tab still holds the database')
    const opening = open()
    try {
      return await unlessBlocked(opening)
    } catch (error) {
      if (error instanceof BlockedUpgrade) {
        this.#isBlocked = true
        const goOn = () => {
          this.#isBlocked = false
          this.#options.onUnblocked?.()
        }
        // Why an opening failed after all is told by the next one.
        void opening.then(goOn, goOn)
      }
      throw error
    }
  }

  /** Dexie, fetched and opened once; a failure is told, and tried again the next time. */
  #fetchDexie(): Promise<DexieStore> {
    this.#dexie ??= this.#openDexie().catch((error: unknown) => {
      this.#dexie = undefined
      throw error
    })
    return this.#dexie
  }

  async #openDexie(): Promise<DexieStore> {
    const { DexieStore } = await import('./dexie-store.ts')
    const store = new DexieStore(this.#options)
    await store.open()
    this.#letGo()
    return store
  }

  #letGo(): void {
    this.#early?.close()
    this.#early = undefined
  }
}

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => { resolve(request.result) })
    request.addEventListener('error', () => { reject(request.error ?? new Error('the database gave no reason')) })
  })
}

/** Opens a database at whatever version it has; undefined, and none made, when there is none. */
function openExisting(factory: IDBFactory, name: string): Promise<IDBDatabase | undefined> {
  const request = factory.open(name)
  let isNew = false
  request.addEventListener('upgradeneeded', () => {
    isNew = true
    request.transaction?.abort()
  })
  return answerOf(request).catch((error: unknown) => {
    if (isNew) return undefined
    throw error
  })
}
