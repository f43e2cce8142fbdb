/** The long work on a whole log: done in a worker in the browser, directly in tests and for short logs. */
import type { ActionEvent, ReviewEvent } from '../memory/event.ts'
import type { JournalEntry, Memory } from '../memory/memory.ts'
import { inOrder, replay } from '../memory/replay.ts'
import { computeStatistics, type Statistics } from '../memory/statistics/statistics.ts'
import { CorruptBytes } from './bytes.ts'
import { unpackSegment, type UnpackOptions } from './segment.ts'
import { packSnapshot, unpackSnapshot } from './snapshot.ts'

export interface LogParts {
  /** Packed segments, in any order. */
  readonly segments: readonly { readonly bytes: Uint8Array; readonly count: number }[]
  readonly rest: readonly ReviewEvent[]
}

export interface ReplayedLog {
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
    const { events, unreadableEvents } = readParts(parts, { answers: false })
    return { memory: replay(events), unreadableEvents }
  },
  async statistics(parts) {
    return computeStatistics(inOrder(readParts(parts, { answers: false }).events))
  },
  close() {
    // Nothing is held.
  },
}

/** Reads every segment that can be read. */
export function readParts({ segments, rest }: LogParts, options: UnpackOptions): { events: ReviewEvent[]; unreadableEvents: number } {
  const events: ReviewEvent[] = []
  let unreadableEvents = 0
  for (const { bytes, count } of segments) {
    try {
      for (const event of unpackSegment(bytes, options)) events.push(event)
    } catch (error) {
      if (!(error instanceof CorruptBytes)) throw error
      unreadableEvents += count
    }
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

export function packMemory(memory: Memory): PortableMemory {
  return { snapshot: packSnapshot(memory), journal: memory.journal, redoable: memory.redoable }
}

export function unpackMemory({ snapshot, journal, redoable }: PortableMemory): Memory {
  const memory = unpackSnapshot(snapshot)
  memory.journal.push(...journal)
  memory.redoable.push(...redoable)
  return memory
}
