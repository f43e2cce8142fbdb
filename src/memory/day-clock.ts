/**
 * Day numbers: whole days since 1970-01-01 on the learner's own wall clock, where a day begins at the rollover hour.
 * Everything in the memory counts in day numbers, so that time zones and daylight saving cannot bend an interval.
 */
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** A moment as the device's clock tells it: UTC milliseconds, and minutes east of UTC (so +120 for UTC+2). */
export interface Moment {
  readonly utcMs: number
  readonly offsetMinutes: number
}

/** The day number of a moment; before `rolloverHour` (local, 0–23) it is still the day before. */
export function dayNumber({ utcMs, offsetMinutes }: Moment, rolloverHour: number): number {
  // One division of whole milliseconds: hours as fractions of a day would round a rollover to the wrong side.
  return Math.floor((utcMs + (offsetMinutes - rolloverHour * 60) * MINUTE_MS) / DAY_MS)
}

/** Days from one day number to a later one; a clock that moved back gives 0, never less. */
export function elapsedDays(fromDay: number, toDay: number): number {
  return Math.max(0, toDay - fromDay)
}

/** The UTC millisecond at which a day begins for a learner at this offset. */
export function dayStartMs(day: number, offsetMinutes: number, rolloverHour: number): number {
  return day * DAY_MS + rolloverHour * 60 * MINUTE_MS - offsetMinutes * MINUTE_MS
}

/** 0 for Sunday to 6 for Saturday; day 0 was a Thursday. */
export function weekday(day: number): number {
  return (((day + 4) % 7) + 7) % 7
}
