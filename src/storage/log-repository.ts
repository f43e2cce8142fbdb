/**
 * The repository over any log store. What is done in this tab happens one after the other. An answer that the store
 * would not take is in force all the same: it stands in `unsaved`, is shown as such, and goes with the next attempt.
 * What only whole logs need (packing, backups, tables) is fetched when it is asked for: a first question does without.
 */
import { eventId, nextOrder, type EventDraft, type JsonValue, type ReviewEvent } from '../memory/event.ts'
import type { Fit } from '../memory/fit.ts'
import { emptyMemory, stateOf, weightsInUse, type Memory } from '../memory/memory.ts'
import { applyEvent, inOrder, replay } from '../memory/replay.ts'
import { defaultSettings, readSettings, type LearnerSettings } from '../memory/settings.ts'
import type { Statistics } from '../memory/statistics/statistics.ts'
import type { Lifeboat } from './lifeboat.ts'
import { emptyMark, eventsPerSegment, type HotRow, type LogMark, type LogStore, type SegmentRow, type StoredHead } from './log-store.ts'
import type { ReplayedLog } from './log-work.ts'
import type { OwnLog } from './merge.ts'
import { placeDrafts, rowOf } from './place-drafts.ts'
import { recallSnapshot } from './recall-snapshot.ts'
import type { Change, Health, Kept, Loaded, Recorded, Repository, RestoreMode, RestorePreview, Result, StorageProblem } from './repository.ts'
import { packSnapshot } from './snapshot.ts'
import { isSound } from './sound-rows.ts'
import { classifyProblem } from './storage-problem.ts'
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
  /** Milliseconds until unsaved answers are tried again; doubles with each failure up to a minute. */
  readonly retryMs?: number
  /** A problem known from the start, such as no storage at all. */
  readonly problem?: StorageProblem
}

type Notice = 'log' | 'settings'
interface BackupMark { readonly utcMs: number; readonly events: number }

/** The memory does not follow from what is stored any more: read it again. */
class StaleMemory extends Error {
  override readonly name = 'StaleMemory'
}

const longestRetryMs = 60_000
const settingsKey = 'settings'
const backupKey = 'last-backup'
const keptPrefix = 'kept:'

export class LogRepository implements Repository {
  readonly #options: RepositoryOptions
  readonly #store: LogStore
  readonly #work = new WorkerWork()
  readonly #listeners = new Set<(change: Change) => void>()
  #memory: Memory = emptyMemory()
  #settings: LearnerSettings = defaultSettings
  /** False while the log could not be read yet: the memory then holds only what this tab was told. */
  #isRead = false
  #mark: LogMark = emptyMark
  #hotCount = 0
  /** The highest order known to be stored. */
  #storedOrder = 0
  #sequence = 0
  #unsaved: HotRow[] = []
  /** Devices whose lifeboats were taken aboard; cleared once stored. */
  #rescued: string[] = []
  #problem: StorageProblem | undefined
  #unreadable = 0
  #damagedRows = 0
  #lastBackup: BackupMark | undefined
  #turn: Promise<unknown> = Promise.resolve()
  #retry: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  #closed = false

  constructor(options: RepositoryOptions) {
    this.#options = options
    this.#store = options.store
    this.#problem = options.problem
    options.channel?.addEventListener('message', ({ data }: MessageEvent<Notice>) => {
      if (data === 'log') void this.refresh()
      else void this.#inTurn(() => this.#rereadSettings())
    })
  }

  load(): Promise<Loaded> {
    return this.#inTurn(async () => {
      await this.#readEverything()
      return { memory: this.#memory, settings: this.#settings, health: await this.#measureHealth() }
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
      this.#settings = settings
      this.#tell({ kind: 'settings', settings })
      const kept = await this.#putValue(settingsKey, { ...settings })
      this.#announce('settings')
      return kept
    })
  }

  keep(key: string, value: JsonValue | undefined): Promise<Kept> {
    return this.#inTurn(() => this.#putValue(keptPrefix + key, value))
  }

  findKept(key: string): Promise<JsonValue | undefined> {
    return this.#inTurn(async () => {
      try {
        return await this.#store.getValue(keptPrefix + key)
      } catch (error) {
        this.#tellProblem(error)
        return undefined
      }
    })
  }

  readLog(): Promise<readonly ReviewEvent[]> {
    return this.#inTurn(async () => {
      const { readParts } = await import('./log-work.ts')
      return inOrder(readParts(await this.#readWhatCanBe(), { details: true }).events)
    })
  }

  async computeStatistics(): Promise<Statistics> {
    return this.#work.statistics(await this.#inTurn(() => this.#readWhatCanBe()))
  }

  async fitParameters(onProgress: (share: number) => void, signal: AbortSignal): Promise<Fit> {
    const { fitLog } = await import('./fitting.ts')
    const parts = await this.#inTurn(() => this.#readParts())
    const { desiredRetention, maximumIntervalDays, relearningSteps } = this.#settings
    return fitLog({ parts, request: { desiredRetention, maximumIntervalDays, relearningSteps: [...relearningSteps], inUse: weightsInUse(this.#memory) } }, onProgress, signal)
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
      const segments = await this.#packEverything()
      const days = [...this.#memory.days.keys()]
      const events = segments.reduce((sum, { count }) => sum + count, 0)
      const range = days.length === 0 ? {} : { days: { first: days.reduce((least, day) => Math.min(least, day)), last: days.reduce((most, day) => Math.max(most, day)) } }
      const file = writeBackup({ writtenUtcMs: utcMs, events, questions: this.#memory.states.size, ...range, settings: this.#settings, segments })
      this.#lastBackup = { utcMs, events }
      await this.#putValue(backupKey, { utcMs, events })
      return file
    })
  }

  previewRestore(bytes: Uint8Array): Promise<Result<RestorePreview>> {
    return this.#inTurn(async () => {
      try {
        return await this.#work.previewRestore(bytes, await this.#readParts())
      } catch (error) {
        return this.#refuseRestore(error)
      }
    })
  }

  restore(bytes: Uint8Array, mode: RestoreMode): Promise<Result<RestorePreview>> {
    return this.#inTurn(async () => {
      try {
        const head = await this.#readHead()
        const prepared = await this.#work.prepareRestore(bytes, await this.#readParts(head), mode)
        if (!prepared.ok) return prepared
        const { segments, log, preview, settings } = prepared.value
        const mark = markOf(segments, this.#options.drawName())
        if (!await this.#store.replaceLog({ mark: head.mark, hotCount: head.hotCount }, { mark, segments })) {
          return { ok: false, problems: [{ reason: 'storage', hint: 'Another tab wrote an answer meanwhile. Nothing was changed; try again.' }] }
        }
        this.#unsaved = []
        this.#options.lifeboat.keep(this.#options.device, [])
        await this.#adoptReplayed(log, mark, 0)
        if (mode === 'replace') {
          this.#settings = settings
          this.#tell({ kind: 'settings', settings })
          await this.#putValue(settingsKey, { ...settings })
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
        const head = await this.#readHead()
        const mark = markOf([], this.#options.drawName())
        if (!await this.#store.replaceLog({ mark: head.mark, hotCount: head.hotCount }, { mark, segments: [] })) return { kind: 'unsaved', problem: 'unknown' }
        this.#unsaved = []
        this.#options.lifeboat.keep(this.#options.device, [])
        this.#adopt(emptyMemory(), mark, 0, 0)
        this.#announce('log')
        return { kind: 'durable' }
      } catch (error) {
        return { kind: 'unsaved', problem: this.#tellProblem(error) }
      }
    })
  }

  health(): Promise<Health> {
    return this.#measureHealth()
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
    this.#store.close()
  }

  // One thing after the other.

  #inTurn<Value>(task: () => Promise<Value>): Promise<Value> {
    const result = this.#turn.then(task)
    // A failure belongs to whoever asked; the next in turn starts all the same.
    this.#turn = result.catch(() => undefined)
    return result
  }

  // Writing.

  async #write(drafts: readonly EventDraft[]): Promise<Recorded> {
    const waiting = this.#unsaved.length
    const startSequence = this.#sequence
    let lastError: unknown
    for (let attempt = 0; attempt < 3; attempt += 1) {
      this.#sequence = startSequence
      try {
        return await this.#writeOnce(drafts)
      } catch (error) {
        lastError = error
        try {
          if (error instanceof StaleMemory || isStoredAlready(error)) await this.#readMemory()
          else if (classifyProblem(error) === 'lost') await this.#store.reopen()
          else break
        } catch (reopenError) {
          lastError = reopenError
          break
        }
      }
    }
    this.#sequence = startSequence
    const problem = this.#tellProblem(lastError)
    const rows = this.#place(drafts)
    const events = rows.map(({ event }) => event)
    this.#unsaved.push(...rows)
    this.#options.lifeboat.keep(this.#options.device, this.#unsaved.map(({ event }) => event))
    this.#applyOwn(events)
    this.#tryLater()
    if (events.length > 0) this.#tell({ kind: 'recorded', events, elsewhere: false })
    if (events.length > 0 || waiting > 0) await this.#tellHealth()
    return { kind: 'unsaved', events, problem }
  }

  async #writeOnce(drafts: readonly EventDraft[]): Promise<Recorded> {
    let rows: HotRow[] = []
    let absorbed: ReviewEvent[] = []
    const late = this.#unsaved
    await this.#store.append(this.#storedOrder, (mark, missed) => {
      absorbed = this.#absorb(mark, missed.filter(isSound))
      rows = this.#place(drafts)
      return [...late, ...rows]
    })
    this.#hotCount += late.length + rows.length
    const events = rows.map(({ event }) => event)
    this.#storedOrder = Math.max(this.#storedOrder, ...[...late, ...rows].map(({ order }) => order))
    const reread = this.#applyOwn(events)
    if (late.length > 0) {
      this.#unsaved = []
      this.#options.lifeboat.keep(this.#options.device, [])
      this.#options.lifeboat.clear(this.#rescued)
      this.#rescued = []
    }
    const recovered = this.#problem !== undefined && this.#options.problem === undefined
    this.#problem = this.#options.problem
    this.#failures = 0
    if (reread) await this.#readMemory()
    if (absorbed.length > 0) this.#tell({ kind: 'recorded', events: absorbed, elsewhere: true })
    if (events.length > 0) this.#tell({ kind: 'recorded', events, elsewhere: false })
    if (late.length > 0 || recovered) await this.#tellHealth()
    if (late.length + events.length > 0) this.#announce('log')
    if (this.#hotCount >= 2 * eventsPerSegment) this.#tidyLater()
    return { kind: 'durable', events }
  }

  /** Takes in what other tabs stored. Throws StaleMemory when the memory cannot follow; nothing is written then. */
  #absorb(mark: LogMark, missed: readonly HotRow[]): ReviewEvent[] {
    if (!this.#isRead) throw new StaleMemory('the log could not be read until now')
    if (mark.generation !== this.#mark.generation || mark.sealedOrder > this.#storedOrder) throw new StaleMemory('the log was replaced or has run ahead')
    if (missed.length > 0 && this.#unsaved.length > 0) throw new StaleMemory('what is unsaved here goes after what was stored elsewhere')
    this.#mark = mark
    const absorbed: ReviewEvent[] = []
    for (const { event, order } of missed) {
      if (applyEvent(this.#memory, event) === 'needs-replay') throw new StaleMemory('an entry reaches further back')
      absorbed.push(event)
      this.#storedOrder = Math.max(this.#storedOrder, order)
      this.#hotCount += 1
    }
    return absorbed
  }

  #place(drafts: readonly EventDraft[]): HotRow[] {
    const rows = placeDrafts(this.#memory, drafts, { device: this.#options.device, sequence: this.#sequence })
    this.#sequence += rows.length
    return rows
  }

  /** True when the memory must be read again, because an undo reached further back than the journal. */
  #applyOwn(events: readonly ReviewEvent[]): boolean {
    return events.map((event) => applyEvent(this.#memory, event)).includes('needs-replay')
  }

  #tryLater(): void {
    clearTimeout(this.#retry)
    if (this.#closed || this.#problem === 'outdated' || this.#unsaved.length === 0) return
    const delayMs = Math.min(longestRetryMs, (this.#options.retryMs ?? 2_000) * 2 ** this.#failures)
    this.#failures += 1
    this.#retry = setTimeout(() => void this.refresh(), delayMs)
  }

  #tidyLater(): void {
    void this.#inTurn(async () => {
      try {
        const { packSegment } = await import('./segment.ts')
        const sealed = await this.#store.seal(2 * eventsPerSegment, eventsPerSegment, (rows) => packSegment(rows.filter(isSound).map(({ event }) => event)))
        this.#hotCount = sealed.hotCount
        // Before an unsaved entry the memory is ahead of what is stored, and a snapshot of it would not fit.
        if (this.#unsaved.length > 0) return
        await this.#store.writeSnapshot(this.#mark.generation, packSnapshot(this.#memory))
      } catch (error) {
        this.#tellProblem(error)
        await this.#tellHealth()
      }
    })
  }

  // Reading.

  /** What can be read of it; what cannot is counted. */
  async #readHead(): Promise<StoredHead & { readonly hotCount: number }> {
    const head = await this.#store.readHead()
    const hot = head.hot.filter(isSound)
    this.#damagedRows = head.hot.length - hot.length
    return { ...head, hot, hotCount: head.hot.length }
  }

  /** All that a tab starts with; what a store that cannot be read keeps back is read with the next attempt to write. */
  async #readEverything(): Promise<void> {
    this.#takeLifeboats()
    try {
      this.#settings = readSettings(await this.#store.getValue(settingsKey)).value
      this.#lastBackup = readBackupMark(await this.#store.getValue(backupKey))
      await this.#readMemory()
    } catch (error) {
      this.#tellProblem(error)
      this.#tryLater()
      return
    }
    if (this.#unsaved.length > 0) await this.#write([])
    else this.#options.lifeboat.clear(this.#rescued)
  }

  async #readMemory(): Promise<void> {
    const head = await this.#readHead()
    // Another tab may have taken what waits here from the lifeboat.
    const stored = new Set(head.hot.map(({ event }) => eventId(event)))
    this.#unsaved = this.#unsaved.filter(({ event }) => !stored.has(eventId(event)))
    const known = recallSnapshot(head)
    if (known !== undefined) this.#adopt(known, head.mark, head.hot.length, 0)
    else {
      const [segments, rest] = [await this.#store.readSegments(), head.hot.map(({ event }) => event)]
      if (segments.length === 0) this.#adopt(replay(rest), head.mark, rest.length, 0)
      else await this.#adoptReplayed(await this.#work.replay({ segments, rest }), head.mark, rest.length)
    }
    this.#placeUnsaved()
  }

  async #adoptReplayed({ memory, unreadableEvents }: ReplayedLog, mark: LogMark, hotCount: number): Promise<void> {
    const { unpackMemory } = await import('./log-work.ts')
    this.#adopt(unpackMemory(memory), mark, hotCount, unreadableEvents)
    try {
      await this.#store.writeSnapshot(mark.generation, memory.snapshot)
    } catch (error) {
      // The log is in place all the same; without a snapshot the next opening takes longer.
      this.#tellProblem(error)
      await this.#tellHealth()
    }
  }

  #adopt(memory: Memory, mark: LogMark, hotCount: number, unreadable: number): void {
    this.#memory = memory
    this.#isRead = true
    this.#mark = mark
    this.#hotCount = hotCount
    this.#unreadable = unreadable
    // Behind entries that can no longer be read the log goes on all the same.
    if (mark.sealedOrder > memory.newest.order) memory.newest = { order: mark.sealedOrder, device: '', sequence: 0 }
    this.#storedOrder = memory.newest.order
    this.#tell({ kind: 'replaced', memory })
  }

  /** Unsaved entries go to the end of the log as it is now; nobody else has seen their old place. */
  #placeUnsaved(): void {
    this.#unsaved = this.#unsaved.map(({ event: unplaced }) => {
      const order = nextOrder(this.#memory.newest.order, unplaced.utcMs)
      const before = 'questionId' in unplaced ? stateOf(this.#memory, unplaced.questionId) : undefined
      // As in `placeDrafts`: an answer that did not know of every review is kept, but does not move the schedule.
      const event = unplaced.type === 'answer' && before !== undefined ? { ...unplaced, order, practice: unplaced.practice || before.reviews > unplaced.reviewsBefore } : { ...unplaced, order }
      const row = 'questionId' in event && before !== undefined ? rowOf(event, before) : { order, event }
      // An undo that reaches too far back takes effect with the replay that follows its storing.
      applyEvent(this.#memory, event)
      return row
    })
  }

  /** Takes aboard what other tabs left; reading the memory drops what is stored of it, and puts the rest in its place. */
  #takeLifeboats(): void {
    const events = this.#options.lifeboat.read().filter(({ device }) => device !== this.#options.device)
    this.#rescued = [...new Set(events.map(({ device }) => device))]
    const aboard = new Set(this.#unsaved.map(({ event }) => eventId(event)))
    this.#unsaved.push(...inOrder(events).filter((event) => !aboard.has(eventId(event))).map((event) => ({ order: event.order, event })))
  }

  async #rereadSettings(): Promise<void> {
    try {
      this.#settings = readSettings(await this.#store.getValue(settingsKey)).value
      this.#tell({ kind: 'settings', settings: this.#settings })
    } catch (error) {
      this.#tellProblem(error)
    }
  }

  /** All that is stored here, and what is not yet. */
  async #readParts(head?: StoredHead): Promise<OwnLog> {
    const { hot } = head ?? await this.#readHead()
    return { segments: await this.#store.readSegments(), rest: [...hot, ...this.#unsaved].map(({ event }) => event) }
  }

  /** When the disk cannot be read: what this tab knows by itself. */
  async #readWhatCanBe(): Promise<OwnLog> {
    try {
      return await this.#readParts()
    } catch (error) {
      this.#tellProblem(error)
      const known = [...this.#memory.journal, ...this.#unsaved].map(({ event }) => event)
      return { segments: [], rest: inOrder([...known, ...this.#memory.redoable]) }
    }
  }

  async #packEverything(): Promise<SegmentRow[]> {
    const parts = await this.#readWhatCanBe()
    return [...parts.segments, ...await packAll(parts.rest)]
  }

  // Telling.

  async #putValue(key: string, value: JsonValue | undefined): Promise<Kept> {
    try {
      await this.#store.putValue(key, value)
      return { kind: 'durable' }
    } catch (error) {
      return { kind: 'unsaved', problem: this.#tellProblem(error) }
    }
  }

  #refuseRestore(error: unknown): Result<never> {
    const problem = this.#tellProblem(error)
    return { ok: false, problems: [{ reason: 'storage', hint: `The device's storage refused (${problem}). Nothing was changed.` }] }
  }

  #tellProblem(error: unknown): StorageProblem {
    this.#problem = classifyProblem(error)
    if (this.#problem === 'unknown') console.error('Lectern could not use its storage', error)
    return this.#problem
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change)
  }

  #announce(notice: Notice): void {
    if (!this.#closed) this.#options.channel?.postMessage(notice)
  }

  /** Says that the database now belongs to a newer version. */
  async tellOutdated(): Promise<void> {
    this.#problem = 'outdated'
    await this.#tellHealth()
  }

  /** Reads all that is there, now that the database opens after all, and stores what was answered meanwhile. */
  goOn(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#closed) return
      await this.#readEverything()
      this.#tell({ kind: 'settings', settings: this.#settings })
      await this.#write([])
      await this.#tellHealth()
    })
  }

  async #tellHealth(): Promise<void> {
    this.#tell({ kind: 'health', health: await this.#measureHealth() })
  }

  async #measureHealth(): Promise<Health> {
    const { browserStorage } = this.#options
    const [persistent, estimate] = await Promise.all([browserStorage?.persisted(), browserStorage?.estimate()])
    return {
      where: this.#store.where,
      ...(this.#problem === undefined ? {} : { problem: this.#problem }),
      unsavedEvents: this.#unsaved.length,
      events: this.#memory.eventCount,
      ...(persistent === undefined ? {} : { persistent }),
      ...(estimate?.usage === undefined ? {} : { usedBytes: estimate.usage }),
      ...(estimate?.quota === undefined ? {} : { quotaBytes: estimate.quota }),
      unreadableEvents: this.#unreadable + this.#damagedRows,
      ...(this.#lastBackup === undefined ? {} : { lastBackup: { utcMs: this.#lastBackup.utcMs, eventsSince: Math.max(0, this.#memory.eventCount - this.#lastBackup.events) } }),
    }
  }
}

/** An entry of the same name is there: another tab stored it for this one. */
function isStoredAlready(error: unknown): boolean {
  return error instanceof Error && (error.name === 'ConstraintError' || error.name === 'BulkError')
}

async function packAll(events: readonly ReviewEvent[]): Promise<SegmentRow[]> {
  const { packSegment } = await import('./segment.ts')
  return Array.from({ length: Math.ceil(events.length / eventsPerSegment) }, (_, index) => packSegment(events.slice(index * eventsPerSegment, (index + 1) * eventsPerSegment)))
}

/** Where a log stands that consists of these segments alone. */
function markOf(segments: readonly SegmentRow[], generation: string): LogMark {
  return { generation, sealedCount: segments.reduce((sum, { count }) => sum + count, 0), sealedOrder: segments.reduce((last, { lastOrder }) => Math.max(last, lastOrder), 0) }
}

function readBackupMark(value: JsonValue | undefined): BackupMark | undefined {
  if (typeof value !== 'object' || value === null || !('utcMs' in value)) return undefined
  const { utcMs, events } = value
  return typeof utcMs === 'number' && typeof events === 'number' ? { utcMs, events } : undefined
}
