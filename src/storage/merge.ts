/** The union of two logs. Entries are written once and named for ever, so that the union is the merge. */
import { eventId, type ReviewEvent } from '../memory/event.ts'
import { inOrder } from '../memory/replay.ts'
import { eventsPerSegment, type SegmentRow } from './log-store.ts'
import { readParts } from './log-work.ts'
import { CorruptBytes, sealOf } from './bytes.ts'
import { packSegment } from './segment.ts'

export interface OwnLog {
  readonly segments: readonly SegmentRow[]
  readonly rest: readonly ReviewEvent[]
}
export interface MergedLog {
  /** Everything, sealed. */
  readonly segments: readonly SegmentRow[]
  readonly onlyInFile: number
  readonly onlyHere: number
  readonly inBoth: number
  /** Entries here that could not be read before either. */
  readonly unreadableEvents: number
}

/** @throws CorruptBytes when a segment of the file cannot be read */
export function mergeLogs(own: OwnLog, file: readonly SegmentRow[]): MergedLog {
  const ownContents = new Set(own.segments.map(contentOf))
  const fileContents = new Set(file.map(contentOf))
  const foreign = file.filter((segment) => !ownContents.has(contentOf(segment)))
  const shared = countEvents(file.filter((segment) => ownContents.has(contentOf(segment))))
  const ownOnlySegments = own.segments.filter((segment) => !fileContents.has(contentOf(segment)))
  if (own.segments.length === 0 && own.rest.length === 0) return { segments: file, onlyInFile: countEvents(file), onlyHere: 0, inBoth: 0, unreadableEvents: 0 }
  if (foreign.length === 0) return { segments: [...own.segments, ...packInOrder(own.rest)], onlyInFile: 0, onlyHere: countEvents(ownOnlySegments) + own.rest.length, inBoth: shared, unreadableEvents: 0 }

  const here = readParts(own, { details: true })
  const theirs = readParts({ segments: foreign, rest: [] }, { details: true })
  if (theirs.unreadableEvents > 0) throw new CorruptBytes('a segment of the file cannot be read')
  const hereIds = new Set(here.events.map(eventId))
  const missing = inOrder(theirs.events).filter((event) => !hereIds.has(eventId(event)))
  const inBoth = shared + theirs.events.length - missing.length
  return {
    segments: [...own.segments, ...packInOrder(own.rest), ...packInOrder(missing)],
    onlyInFile: missing.length,
    onlyHere: here.events.length - inBoth,
    inBoth,
    unreadableEvents: here.unreadableEvents,
  }
}

/** What tells a segment from every other. The key alone does not: earlier versions made it of the first entry and the length, which two devices can share. */
const contentOf = ({ key, bytes }: SegmentRow): string => `${key}/${bytes.length}/${sealOf(bytes)}`

function packInOrder(events: readonly ReviewEvent[]): SegmentRow[] {
  const log = inOrder(events)
  return Array.from({ length: Math.ceil(log.length / eventsPerSegment) }, (_, index) => packSegment(log.slice(index * eventsPerSegment, (index + 1) * eventsPerSegment)))
}

function countEvents(segments: readonly SegmentRow[]): number {
  return segments.reduce((sum, { count }) => sum + count, 0)
}
