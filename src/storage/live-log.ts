/**
 * The log as this tab lives with it: the memory, in step with what the store holds and with what it would not take.
 * An answer that could not be stored is in force all the same: it stands in `unsaved` and goes with the next attempt.
 */
import { eventId, nextOrder, type EventDraft, type ReviewEvent } from '../memory/event.ts'
import { emptyMemory, stateOf, type Memory } from '../memory/memory.ts'
import { applyEvent, inOrder, replay } from '../memory/replay.ts'
import type { Lifeboat } from './lifeboat.ts'
import { emptyMark, eventsPerSegment, type HotRow, type LogContent, type LogMark, type LogStore, type SegmentRow, type StoredHead } from './log-store.ts'
import type { LogTail } from './log-tail.ts'
import type { ReplayedLog } from './log-work.ts'
import type { OwnLog } from './merge.ts'
import { placeDrafts, rowOf } from './place-drafts.ts'
import { recallSnapshot } from './recall-snapshot.ts'
import type { Change, Recorded } from './repository.ts'
import { packSnapshot } from './snapshot.ts'
import { isSound } from './sound-rows.ts'
import { classifyProblem } from './storage-problem.ts'
import type { StorageTrouble } from './storage-trouble.ts'
import type { WorkerWork } from './worker-work.ts'

interface LiveLogOptions {
  readonly store: LogStore
  readonly device: string
  readonly lifeboat: Lifeboat
  readonly work: WorkerWork
  readonly trouble: StorageTrouble
  readonly tell: (change: Change) => void
}

/** The memory does not follow from what is stored any more: read it again. */
class StaleMemory extends Error {
  override readonly name = 'StaleMemory'
}

export class LiveLog {
  readonly #store: LogStore
  readonly #device: string
  readonly #lifeboat: Lifeboat
  readonly #work: WorkerWork
  readonly #trouble: StorageTrouble
  readonly #tell: (change: Change) => void
  #memory: Memory = emptyMemory()
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
  #unreadable = 0
  #damagedRows = 0

  constructor({ store, device, lifeboat, work, trouble, tell }: LiveLogOptions) {
    this.#store = store
    this.#device = device
    this.#lifeboat = lifeboat
    this.#work = work
    this.#trouble = trouble
    this.#tell = tell
  }

  get memory(): Memory {
    return this.#memory
  }

  /** How many entries the store would not take yet. */
  get unsavedCount(): number {
    return this.#unsaved.length
  }

  /** Entries that stand where they can no longer be read. */
  get unreadableCount(): number {
    return this.#unreadable + this.#damagedRows
  }

  /** True when there are enough entries outside of segments to seal some. */
  get isLong(): boolean {
    return this.#hotCount >= 2 * eventsPerSegment
  }

  // Writing.

  /** Places entries at the end of the log and tells them, stored or not. */
  async write(drafts: readonly EventDraft[]): Promise<Recorded> {
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
    const problem = this.#trouble.note(lastError)
    const rows = this.#place(drafts)
    const events = rows.map(({ event }) => event)
    this.#unsaved.push(...rows)
    this.#lifeboat.keep(this.#device, this.#unsaved.map(({ event }) => event))
    this.#applyOwn(events)
    if (events.length > 0) this.#tell({ kind: 'recorded', events, elsewhere: false })
    return { kind: 'unsaved', events, problem }
  }

  async #writeOnce(drafts: readonly EventDraft[]): Promise<Recorded> {
    if (!this.#isRead) throw new StaleMemory('the log could not be read until now')
    const [late, startSequence] = [this.#unsaved, this.#sequence]
    let rows: HotRow[]
    for (;;) {
      rows = this.#place(drafts)
      const tail = await this.#store.append({ order: this.#storedOrder, mark: this.#mark }, [...late, ...rows])
      if (tail === undefined) break
      this.#absorb(tail)
      this.#sequence = startSequence
    }
    this.#hotCount += late.length + rows.length
    const events = rows.map(({ event }) => event)
    this.#storedOrder = Math.max(this.#storedOrder, ...[...late, ...rows].map(({ order }) => order))
    const reread = this.#applyOwn(events)
    if (late.length > 0) {
      this.#forgetUnsaved()
      this.#lifeboat.clear(this.#rescued)
      this.#rescued = []
    }
    this.#trouble.clear()
    if (reread) await this.#readMemory()
    if (events.length > 0) this.#tell({ kind: 'recorded', events, elsewhere: false })
    return { kind: 'durable', events }
  }

  /** Takes in what other tabs stored. @throws StaleMemory when the memory cannot follow */
  #absorb({ mark, missed }: LogTail): void {
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
    if (absorbed.length > 0) this.#tell({ kind: 'recorded', events: absorbed, elsewhere: true })
  }

  #place(drafts: readonly EventDraft[]): HotRow[] {
    const rows = placeDrafts(this.#memory, drafts, { device: this.#device, sequence: this.#sequence })
    this.#sequence += rows.length
    return rows
  }

  /** True when the memory must be read again, because an undo reached further back than the journal. */
  #applyOwn(events: readonly ReviewEvent[]): boolean {
    return events.map((event) => applyEvent(this.#memory, event)).includes('needs-replay')
  }

  #forgetUnsaved(): void {
    this.#unsaved = []
    this.#lifeboat.keep(this.#device, [])
  }

  /** Packs a thousand old entries into a segment and saves the memory. @throws what the store throws */
  async seal(): Promise<void> {
    const { packSegment } = await import('./segment.ts')
    const sealed = await this.#store.seal(2 * eventsPerSegment, eventsPerSegment, (rows) => packSegment(rows.filter(isSound).map(({ event }) => event)))
    this.#hotCount = sealed.hotCount
    // Before an unsaved entry the memory is ahead of what is stored, and a snapshot of it would not fit.
    if (this.#unsaved.length === 0) await this.#store.writeSnapshot(this.#mark.generation, packSnapshot(this.#memory))
  }

  /** Puts another log in the place of this one, unless an entry has come meanwhile: then false, and nothing is changed. @throws what the store throws */
  async replace(head: ReadHead, generation: string, { segments, values }: Omit<LogContent, 'mark'>, log?: ReplayedLog): Promise<boolean> {
    const mark = markOf(segments, generation)
    if (!await this.#store.replaceLog({ mark: head.mark, hotCount: head.hotCount }, { mark, segments, ...(values && { values }) })) return false
    this.#forgetUnsaved()
    if (log === undefined) this.#adopt(emptyMemory(), mark, 0, 0)
    else await this.#adoptReplayed(log, mark, 0)
    return true
  }

  // Reading.

  /** What can be read of it; what cannot is counted. */
  async readHead(): Promise<ReadHead> {
    const head = await this.#store.readHead()
    const hot = head.hot.filter(isSound)
    this.#damagedRows = head.hot.length - hot.length
    return { ...head, hot, hotCount: head.hot.length }
  }

  /** Reads the memory from the whole log, so that its journal begins as far back as it can. @throws what the store throws */
  async readBack(): Promise<void> {
    await this.#readMemory({ isWhole: true })
  }

  /** Reads the memory. @throws what the store throws; the next attempt to write reads again */
  async read(): Promise<void> {
    await this.#readMemory()
    if (this.#unsaved.length === 0) this.#lifeboat.clear(this.#rescued)
  }

  async #readMemory({ isWhole = false } = {}): Promise<void> {
    const head = await this.readHead()
    // Another tab may have taken what waits here from the lifeboat.
    const stored = new Set(head.hot.map(({ event }) => eventId(event)))
    this.#unsaved = this.#unsaved.filter(({ event }) => !stored.has(eventId(event)))
    const known = isWhole ? undefined : recallSnapshot(head)
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
      this.#trouble.note(error)
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
  rescue(): void {
    const events = this.#lifeboat.read().filter(({ device }) => device !== this.#device)
    this.#rescued = [...new Set(events.map(({ device }) => device))]
    const aboard = new Set(this.#unsaved.map(({ event }) => eventId(event)))
    this.#unsaved.push(...inOrder(events).filter((event) => !aboard.has(eventId(event))).map((event) => ({ order: event.order, event })))
  }

  /** All that is stored here, and what is not yet. */
  async readParts(head?: StoredHead): Promise<OwnLog> {
    const { hot } = head ?? await this.readHead()
    return { segments: await this.#store.readSegments(), rest: [...hot, ...this.#unsaved].map(({ event }) => event) }
  }

  /** When the disk cannot be read: what this tab knows by itself. */
  async readWhatCanBe(): Promise<OwnLog> {
    try {
      return await this.readParts()
    } catch (error) {
      this.#trouble.note(error)
      const known = [...this.#memory.journal, ...this.#unsaved].map(({ event }) => event)
      return { segments: [], rest: inOrder([...known, ...this.#memory.redoable]) }
    }
  }
}

/** The stored log without its segments; damaged rows are left out of `hot`, not of `hotCount`. */
interface ReadHead extends StoredHead { readonly hotCount: number }

/** An entry of the same name is there: another tab stored it for this one. */
function isStoredAlready(error: unknown): boolean {
  return error instanceof Error && (error.name === 'ConstraintError' || error.name === 'BulkError')
}

/** Where a log stands that consists of these segments alone. */
function markOf(segments: readonly SegmentRow[], generation: string): LogMark {
  return { generation, sealedCount: segments.reduce((sum, { count }) => sum + count, 0), sealedOrder: segments.reduce((last, { lastOrder }) => Math.max(last, lastOrder), 0) }
}
