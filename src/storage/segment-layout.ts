/** What a packed segment and its reader agree on. */
import type { ReviewEvent } from '../memory/event.ts'

/** 2 since names and answers are apart and the usual seed is the questions' own; `segment-reader.ts` reads both. */
export const segmentVersion = 2
const dayMs = 86_400_000

/** The order is part of the format: add new kinds at the end. */
export const eventTypes = ['answer', 'suspend', 'unsuspend', 'reset', 'flag', 'unflag', 'introduce', 'set-due', 'undo', 'redo', 'repair-clock', 'rate', 'set-parameters'] as const satisfies readonly ReviewEvent['type'][]
/** The order is part of the format. */
export const columnNames = ['type', 'device', 'sequence', 'order', 'utc', 'offset', 'day', 'questionLow', 'questionHigh', 'rev', 'grade', 'seed', 'thinking', 'reviews', 'due', 'step', 'parameters'] as const
export type ColumnName = (typeof columnNames)[number]

/** The day on the wall clock, without a rollover hour: what an entry's day is counted from. */
export function calendarDay(utcMs: number, offsetMinutes: number): number {
  return Math.floor((utcMs + offsetMinutes * 60_000) / dayMs)
}
