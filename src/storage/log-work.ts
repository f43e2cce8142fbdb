/** The long work on a whole log: done in a worker in the browser, on the spot in tests and for short logs. What goes in and comes out can be sent. */
import type { QuestionId } from '../content/ids.ts'
import { eventId, type ActionEvent, type ReviewEvent } from '../memory/event.ts'
import type { JournalEntry, Memory } from '../memory/memory.ts'
import { NameTable } from '../memory/name-table.ts'
import { inOrder, partOf, replayParts } from '../memory/replay.ts'
import { StateTable } from '../memory/state-table.ts'
import { computeStatistics, type Statistics } from '../memory/statistics/statistics.ts'
import { CorruptBytes } from './bytes.ts'
import type { SegmentRow } from './log-store.ts'
import { PackedSegment } from './segment-reader.ts'
import { openSnapshot, packSnapshot } from './snapshot.ts'

export interface LogParts {
  /** Packed segments, in any order. */
  readonly segments: readonly Pick<SegmentRow, 'bytes' | 'count' | 'lastOrder'>[]
  readonly rest: readonly ReviewEvent[]
}

/** A memory in a form that crosses from a worker without blocking the page: buffers, and the short journal. */
interface PortableMemory {
  /** To be saved. */
  readonly snapshot: Uint8Array<ArrayBuffer>
  /** The same once more, for the memory to live in. */
  readonly living: Uint8Array<ArrayBuffer>
  readonly journal: readonly JournalEntry[]
  readonly hasOlderActions: boolean
  readonly redoable: readonly ActionEvent[]
}

export interface ReplayedLog {
  readonly memory: PortableMemory
  /** Entries in segments that could not be read. */
  readonly unreadableEvents: number
}

export function replayLog({ segments, rest }: LogParts): ReplayedLog {
  const states = new StateTable()
  const { opened, unreadableEvents } = openSegments(segments, states.names)
  const memory = replayParts(states, [...opened, partOf(inOrder(rest), states.names)])
  const snapshot = packSnapshot(memory)
  return { memory: { snapshot, living: snapshot.slice(), ...readDetails(memory, segments) }, unreadableEvents }
}

/** What can be undone and redone, with the answers and seeds that a replay leaves packed: a question that was taken back is shown as it was answered. */
function readDetails({ journal, hasOlderActions, redoable }: Memory, segments: LogParts['segments']): Pick<PortableMemory, 'journal' | 'hasOlderActions' | 'redoable'> {
  const firstOrder = [...journal.map(({ event }) => event), ...redoable].reduce((least, { order }) => Math.min(least, order), Number.POSITIVE_INFINITY)
  const { events } = readParts({ segments: segments.filter(({ lastOrder }) => lastOrder >= firstOrder), rest: [] }, { details: true })
  const answers = new Map(events.flatMap((event) => (event.type === 'answer' ? [[eventId(event), event] as const] : [])))
  const whole = (event: ActionEvent): ActionEvent => (event.type === 'answer' ? answers.get(eventId(event)) ?? event : event)
  return { journal: journal.map(({ event, before }) => ({ event: whole(event), before })), hasOlderActions, redoable: redoable.map(whole) }
}

/** Once only: the memory then lives in what was handed over. */
export function unpackMemory({ living, journal, hasOlderActions, redoable }: PortableMemory): Memory {
  const memory = openSnapshot(living)
  memory.journal.push(...journal)
  memory.hasOlderActions = hasOlderActions
  memory.redoable.push(...redoable)
  return memory
}

export function measureLog(parts: LogParts): Statistics {
  return computeStatistics(inOrder(readParts(parts, { details: false }).events))
}

interface ReadOptions {
  /** False to leave out answers (they read as null) and seeds (0): statistics need neither. */
  readonly details: boolean
}

/** Reads every segment that can be read. */
export function readParts({ segments, rest }: LogParts, { details }: ReadOptions): { events: ReviewEvent[]; unreadableEvents: number } {
  const { opened, unreadableEvents } = openSegments(segments, new NameTable())
  const events: ReviewEvent[] = []
  for (const segment of opened) {
    if (details) for (const event of segment.readWhole()) events.push(event)
    else for (const reader = segment.read(); reader.event !== undefined; reader.advance()) events.push(reader.event)
  }
  for (const event of rest) events.push(event)
  return { events, unreadableEvents }
}

/** Opens every segment whose bytes are not damaged. */
function openSegments(segments: LogParts['segments'], names: NameTable<QuestionId>): { opened: PackedSegment[]; unreadableEvents: number } {
  const opened: PackedSegment[] = []
  let unreadableEvents = 0
  for (const { bytes, count } of segments) {
    try {
      opened.push(new PackedSegment(bytes, names))
    } catch (error) {
      if (!(error instanceof CorruptBytes)) throw error
      unreadableEvents += count
    }
  }
  return { opened, unreadableEvents }
}
