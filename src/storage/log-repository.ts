/**
 * The repository over any log store. What is done in this tab happens one after the other; what the store would not take
 * is in force all the same, is shown as unsaved, and is tried again. What only whole logs need (packing, backups, tables)
 * is fetched when it is asked for: a first question does without.
 */
import type { EventDraft, JsonValue, ReviewEvent } from '../memory/event.ts'
import type { Fit } from '../memory/fit.ts'
import { weightsInUse } from '../memory/memory.ts'
import { inOrder } from '../memory/replay.ts'
import type { LearnerSettings } from '../memory/settings.ts'
import type { Statistics } from '../memory/statistics/statistics.ts'
import { KeptSettings } from './kept-settings.ts'
import { KeptValues } from './kept-values.ts'
import type { Lifeboat } from './lifeboat.ts'
import { LiveLog } from './live-log.ts'
import { eventsPerSegment, type LogStore, type SegmentRow } from './log-store.ts'
import { largestBackupBytes, type Change, type Health, type Kept, type Loaded, type Recorded, type Repository, type RestoreMode, type RestorePreview, type Result, type StorageProblem } from './repository.ts'
import { OutdatedTab } from './storage-problem.ts'
import { StorageTrouble } from './storage-trouble.ts'
import { WorkerWork } from './worker-work.ts'

export interface RepositoryOptions {
  readonly store: LogStore
  /** Names this opening of the log among all others; draw it at random. */
  readonly device: string
  /** Draws the name of a new generation of the log. */
  readonly drawName: () => string
  readonly now: () => number
  readonly lifeboat: Lifeboat
  /** Tells other tabs; undefined where there are none. */
  readonly channel?: Pick<BroadcastChannel, 'postMessage' | 'addEventListener' | 'close'>
  readonly browserStorage?: Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>
  /** Milliseconds until what is unsaved is tried again; doubles with each failure up to a minute. */
  readonly retryMs?: number
  /** A problem known from the start, such as no storage at all. */
  readonly problem?: StorageProblem
}

type Notice = 'log' | 'settings'
interface BackupMark { readonly utcMs: number; readonly events: number }

const longestRetryMs = 60_000
const backupKey = 'last-backup'
const keptPrefix = 'kept:'

export class LogRepository implements Repository {
  readonly largestBackupBytes = largestBackupBytes
  readonly #options: RepositoryOptions
  readonly #work = new WorkerWork()
  readonly #listeners = new Set<(change: Change) => void>()
  readonly #trouble: StorageTrouble
  readonly #log: LiveLog
  readonly #settings: KeptSettings
  readonly #values: KeptValues
  #lastBackup: BackupMark | undefined
  #turn: Promise<unknown> = Promise.resolve()
  #retry: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  #closed = false

  constructor(options: RepositoryOptions) {
    const { store, device, lifeboat } = options
    this.#options = options
    this.#trouble = new StorageTrouble(options.problem)
    this.#log = new LiveLog({ store, device, lifeboat, work: this.#work, trouble: this.#trouble, tell: (change) => { this.#tell(change) } })
    this.#settings = new KeptSettings(store, lifeboat)
    this.#values = new KeptValues(store)
    options.channel?.addEventListener('message', ({ data }: MessageEvent<Notice>) => {
      if (data === 'log') void this.refresh()
      else void this.#inTurn(() => this.#rereadSettings())
    })
  }

  load(): Promise<Loaded> {
    return this.#inTurn(async () => {
      await this.#readEverything()
      return { memory: this.#log.memory, settings: this.#settings.inForce }
    })
  }

  record(...drafts: readonly EventDraft[]): Promise<Recorded> {
    return this.#inTurn(() => this.#write(drafts))
  }

  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async refresh(): Promise<void> {
    await this.record()
  }

  saveSettings(settings: LearnerSettings): Promise<Kept> {
    return this.#inTurn(async () => {
      this.#settings.change(settings)
      this.#tellSettings()
      const kept = await this.#attempt(() => this.#settings.save())
      this.#announce('settings')
      return kept
    })
  }

  keep(key: string, value: JsonValue | undefined): Promise<Kept> {
    return this.#inTurn(() => this.#attempt(() => this.#values.put(keptPrefix + key, value)))
  }

  findKept(key: string): Promise<JsonValue | undefined> {
    return this.#inTurn(async () => {
      try {
        return await this.#values.find(keptPrefix + key)
      } catch (error) {
        this.#trouble.note(error)
        return undefined
      }
    })
  }

  readBack(): Promise<void> {
    return this.#inTurn(() => this.#tellingTrouble(() => this.#log.readBack()))
  }

  readLog(): Promise<readonly ReviewEvent[]> {
    return this.#inTurn(async () => {
      const { readParts } = await import('./log-work.ts')
      return inOrder(readParts(await this.#log.readWhatCanBe(), { details: true }).events)
    })
  }

  async computeStatistics(): Promise<Statistics> {
    return this.#work.statistics(await this.#inTurn(() => this.#log.readWhatCanBe()))
  }

  async fitParameters(onProgress: (share: number) => void, signal: AbortSignal): Promise<Fit> {
    const { fitLog } = await import('./fitting.ts')
    const parts = await this.#inTurn(() => this.#log.readParts())
    const { desiredRetention, maximumIntervalDays, relearningSteps } = this.#settings.inForce
    return fitLog({ parts, request: { desiredRetention, maximumIntervalDays, relearningSteps: [...relearningSteps], inUse: weightsInUse(this.#log.memory) } }, onProgress, signal)
  }

  async exportCsv(): Promise<string> {
    const { writeReviewCsv } = await import('./review-csv.ts')
    return writeReviewCsv(await this.readLog())
  }

  async exportOverruled(): Promise<string> {
    const { writeOverruledCsv } = await import('./overruled-csv.ts')
    return writeOverruledCsv(await this.readLog())
  }

  exportBackup(): Promise<Uint8Array> {
    return this.#inTurn(async () => {
      const { writeBackup } = await import('./backup.ts')
      const utcMs = this.#options.now()
      const parts = await this.#log.readWhatCanBe()
      const segments = [...parts.segments, ...await packAll(parts.rest)]
      const days = [...this.#log.memory.days.keys()]
      const events = segments.reduce((sum, { count }) => sum + count, 0)
      const range = days.length === 0 ? {} : { days: { first: days.reduce((least, day) => Math.min(least, day)), last: days.reduce((most, day) => Math.max(most, day)) } }
      const file = writeBackup({ writtenUtcMs: utcMs, events, questions: this.#log.memory.states.size, ...range, settings: this.#settings.inForce, segments })
      this.#lastBackup = { utcMs, events }
      await this.#attempt(() => this.#values.put(backupKey, { utcMs, events }))
      return file
    })
  }

  previewRestore(bytes: Uint8Array): Promise<Result<RestorePreview>> {
    return this.#inTurn(async () => {
      try {
        return await this.#work.previewRestore(bytes, await this.#log.readParts())
      } catch (error) {
        return this.#refuseRestore(error)
      }
    })
  }

  restore(bytes: Uint8Array, mode: RestoreMode): Promise<Result<RestorePreview>> {
    return this.#inTurn(async () => {
      try {
        const head = await this.#log.readHead()
        const prepared = await this.#work.prepareRestore(bytes, await this.#log.readParts(head), mode)
        if (!prepared.ok) return prepared
        const { segments, log, preview, settings } = prepared.value
        const isReplacement = mode === 'replace'
        if (!await this.#log.replace(head, this.#options.drawName(), { segments, ...(isReplacement && { values: this.#settings.rowOf(settings) }) }, log)) {
          return { ok: false, problems: [{ reason: 'storage', hint: 'Another tab wrote an answer meanwhile. Nothing was changed; try again.' }] }
        }
        if (isReplacement) {
          this.#settings.adopt(settings)
          this.#tellSettings()
          this.#announce('settings')
        }
        this.#announce('log')
        return { ok: true, value: preview }
      } catch (error) {
        return this.#refuseRestore(error)
      }
    })
  }

  reset(): Promise<Kept> {
    return this.#inTurn(async () => {
      try {
        if (!await this.#log.replace(await this.#log.readHead(), this.#options.drawName(), { segments: [] })) return { kind: 'unsaved', problem: 'unknown' }
        this.#announce('log')
        return { kind: 'durable' }
      } catch (error) {
        return { kind: 'unsaved', problem: this.#trouble.note(error) }
      }
    })
  }

  async health(): Promise<Health> {
    const { store, browserStorage } = this.#options
    const { memory, unsavedCount, unreadableCount } = this.#log
    const [persistent, estimate] = await Promise.all([browserStorage?.persisted(), browserStorage?.estimate()])
    const problem = this.#trouble.now
    return {
      where: store.where,
      ...(problem === undefined ? {} : { problem }),
      unsavedEvents: unsavedCount,
      unsavedSettings: this.#settings.isUnsaved,
      events: memory.eventCount,
      ...(persistent === undefined ? {} : { persistent }),
      ...(estimate?.usage === undefined ? {} : { usedBytes: estimate.usage }),
      ...(estimate?.quota === undefined ? {} : { quotaBytes: estimate.quota }),
      unreadableEvents: unreadableCount,
      ...(this.#lastBackup === undefined ? {} : { lastBackup: { utcMs: this.#lastBackup.utcMs, eventsSince: Math.max(0, memory.eventCount - this.#lastBackup.events) } }),
    }
  }

  async askPersistence(): Promise<boolean> {
    const granted = await this.#options.browserStorage?.persist() ?? false
    await this.#tellHealth()
    return granted
  }

  close(): void {
    this.#closed = true
    clearTimeout(this.#retry)
    this.#listeners.clear()
    this.#options.channel?.close()
    this.#work.close()
    this.#options.store.close()
  }

  /** Says that the database now belongs to a newer version. */
  async tellOutdated(): Promise<void> {
    this.#trouble.note(new OutdatedTab('a newer version of the app has taken over the database'))
    await this.#tellHealth()
  }

  /** Reads all that is there, now that the database opens after all, and stores what was done meanwhile. */
  goOn(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#closed) return
      await this.#readEverything()
      await this.#write([])
      await this.#tellHealth()
    })
  }

  #inTurn<Value>(task: () => Promise<Value>): Promise<Value> {
    const result = this.#turn.then(task)
    // A failure belongs to whoever asked; the next in turn starts all the same.
    this.#turn = result.catch(() => undefined)
    return result
  }

  /** All that a tab starts with; what a store that cannot be read keeps back is read with the next attempt to write. */
  async #readEverything(): Promise<void> {
    this.#log.rescue()
    this.#settings.rescue()
    try {
      await allDone([
        this.#settings.read(),
        this.#values.find(backupKey).then((mark) => { this.#lastBackup = readBackupMark(mark) }),
        this.#log.read(),
      ])
    } catch (error) {
      this.#trouble.note(error)
      this.#tryLater()
      return
    } finally {
      this.#tellSettings()
    }
    if (this.#hasUnsaved) await this.#write([])
  }

  async #rereadSettings(): Promise<void> {
    try {
      await this.#settings.read()
      this.#tellSettings()
    } catch (error) {
      this.#trouble.note(error)
    }
  }

  // Writing, and trying again.

  async #write(drafts: readonly EventDraft[]): Promise<Recorded> {
    const [waiting, troubleBefore] = [this.#log.unsavedCount, this.#trouble.now]
    const recorded = await this.#log.write(drafts)
    const { kind, events } = recorded
    if (kind === 'unsaved') this.#tryLater()
    else {
      if (this.#settings.isUnsaved || this.#values.isUnsaved) await this.#saveSmallThings()
      if (!this.#hasUnsaved) this.#failures = 0
      if (waiting + events.length > 0) this.#announce('log')
      if (this.#log.isLong) this.#sealLater()
    }
    if (waiting > 0 || troubleBefore !== this.#trouble.now || (kind === 'unsaved' && events.length > 0)) await this.#tellHealth()
    return recorded
  }

  async #saveSmallThings(): Promise<void> {
    const kept = await this.#attempt(async () => {
      await this.#settings.save()
      await this.#values.save()
    })
    if (kept.kind === 'unsaved') return
    this.#tellSettings()
    this.#announce('settings')
    await this.#tellHealth()
  }

  /** Stores something small; what cannot be stored is told, and waits. */
  async #attempt(save: () => Promise<void>): Promise<Kept> {
    try {
      await save()
      return { kind: 'durable' }
    } catch (error) {
      const problem = this.#trouble.note(error)
      this.#tryLater()
      await this.#tellHealth()
      return { kind: 'unsaved', problem }
    }
  }

  get #hasUnsaved(): boolean {
    return this.#log.unsavedCount > 0 || this.#settings.isUnsaved || this.#values.isUnsaved
  }

  /** However much fails in the meantime, one attempt is made at a time. */
  #tryLater(): void {
    if (this.#retry !== undefined || this.#closed || this.#trouble.now === 'outdated' || !this.#hasUnsaved) return
    this.#retry = setTimeout(() => {
      this.#retry = undefined
      this.#failures += 1
      void this.refresh()
    }, Math.min(longestRetryMs, (this.#options.retryMs ?? 2_000) * 2 ** this.#failures))
  }

  #sealLater(): void {
    void this.#inTurn(() => this.#tellingTrouble(() => this.#log.seal()))
  }

  /** Does what the log can go on without; what fails of it is told. */
  async #tellingTrouble(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.#trouble.note(error)
      await this.#tellHealth()
    }
  }

  // Telling.

  #refuseRestore(error: unknown): Result<never> {
    const problem = this.#trouble.note(error)
    return { ok: false, problems: [{ reason: 'storage', hint: `The device's storage refused (${problem}). Nothing was changed.` }] }
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change)
  }

  #tellSettings(): void {
    this.#tell({ kind: 'settings', settings: this.#settings.inForce })
  }

  #announce(notice: Notice): void {
    if (!this.#closed) this.#options.channel?.postMessage(notice)
  }

  async #tellHealth(): Promise<void> {
    this.#tell({ kind: 'health', health: await this.health() })
  }
}

/** Waits for each, whatever becomes of the others. @throws what the first of those that failed throws */
async function allDone(tasks: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(tasks)).find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
}

async function packAll(events: readonly ReviewEvent[]): Promise<SegmentRow[]> {
  const { packSegment } = await import('./segment.ts')
  return Array.from({ length: Math.ceil(events.length / eventsPerSegment) }, (_, index) => packSegment(events.slice(index * eventsPerSegment, (index + 1) * eventsPerSegment)))
}

function readBackupMark(value: JsonValue | undefined): BackupMark | undefined {
  if (typeof value !== 'object' || value === null || !('utcMs' in value)) return undefined
  const { utcMs, events } = value
  return typeof utcMs === 'number' && typeof events === 'number' ? { utcMs, events } : undefined
}
