/** The long work on a whole log: done in a worker in the browser, directly in tests and for short logs. */
import type { ActionEvent, ReviewEvent } from '../memory/event.ts'
import { emptyMemory, type JournalEntry, type Memory } from '../memory/memory.ts'
import { applyEvent, inOrder, replay } from '../memory/replay.ts'
import { computeStatistics, type Statistics } from '../memory/statistics/statistics.ts'
import { CorruptBytes } from './bytes.ts'
import type { SegmentRow } from './log-store.ts'
import { unpackSegment, type UnpackOptions } from './segment.ts'
import { finish, finishInSlices } from './slices.ts'
import { packSnapshot, unpackSnapshot } from './snapshot.ts'

export interface LogParts {
  /** Packed segments, in any order. */
  readonly segments: readonly Pick<SegmentRow, 'bytes' | 'count' | 'lastOrder'>[]
  readonly rest: readonly ReviewEvent[]
}

export interface ReplayedLog extends FoldedLog {
  /** The memory as it is saved, made where the replay was. */
  readonly snapshot: Uint8Array<ArrayBuffer>
}

interface FoldedLog {
  readonly memory: Memory
  /** Entries in segments that could not be read. */
  readonly unreadableEvents: number
}

/** The same work, wherever it is done. */
export interface LogWork {
  replay(parts: LogParts): Promise<ReplayedLog>
  statistics(parts: LogParts): Promise<Statistics>
  close(): void
}

export const directWork: LogWork = {
  async replay(parts) {
    const folded = replayInPassing(parts) ?? replayAtOnce(parts)
    return { ...folded, snapshot: finish(packSnapshot(folded.memory)) }
  },
  async statistics(parts) {
    return computeStatistics(inOrder(readParts(parts, { details: false }).events))
  },
  close() {
    // Nothing is held.
  },
}

/** Folds segment after segment, so that a million entries never stand in memory together; undefined when one reaches back too far for that. */
function replayInPassing({ segments, rest }: LogParts): FoldedLog | undefined {
  const memory = emptyMemory()
  let unreadableEvents = 0
  for (const { bytes, count } of segments.toSorted((first, second) => first.lastOrder - second.lastOrder)) {
    const events = readSegment(bytes, { details: false })
    if (events === undefined) unreadableEvents += count
    else if (!applyAll(memory, events)) return undefined
  }
  return applyAll(memory, inOrder(rest)) ? { memory, unreadableEvents } : undefined
}

function applyAll(memory: Memory, events: readonly ReviewEvent[]): boolean {
  for (const event of events) if (applyEvent(memory, event) === 'needs-replay') return false
  return true
}

function replayAtOnce(parts: LogParts): FoldedLog {
  const { events, unreadableEvents } = readParts(parts, { details: false })
  return { memory: replay(events), unreadableEvents }
}

/** Undefined when the bytes are damaged. */
function readSegment(bytes: Uint8Array, options: UnpackOptions): ReviewEvent[] | undefined {
  try {
    return unpackSegment(bytes, options)
  } catch (error) {
    if (error instanceof CorruptBytes) return undefined
    throw error
  }
}

/** Reads every segment that can be read. */
export function readParts({ segments, rest }: LogParts, options: UnpackOptions): { events: ReviewEvent[]; unreadableEvents: number } {
  const events: ReviewEvent[] = []
  let unreadableEvents = 0
  for (const { bytes, count } of segments) {
    const read = readSegment(bytes, options)
    if (read === undefined) unreadableEvents += count
    else for (const event of read) events.push(event)
  }
  for (const event of rest) events.push(event)
  return { events, unreadableEvents }
}

/** A memory in a form that crosses from a worker without blocking the page: one buffer, and the short journal. */
export interface PortableMemory {
  readonly snapshot: Uint8Array<ArrayBuffer>
  readonly journal: readonly JournalEntry[]
  readonly redoable: readonly ActionEvent[]
}

export async function unpackMemory({ snapshot, journal, redoable }: PortableMemory): Promise<Memory> {
  const memory = await finishInSlices(unpackSnapshot(snapshot))
  memory.journal.push(...journal)
  memory.redoable.push(...redoable)
  return memory
}
