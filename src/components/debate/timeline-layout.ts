/** Places dated events on a true time scale, with labels on stems above and below that never overlap. */
import { scaleTime } from 'd3-scale'
import { breakLines, measureText } from '../../content/text-lines.ts'
import { englishTexts } from '../texts.ts'

export interface TimelineEvent {
  /** YYYY, YYYY-MM or YYYY-MM-DD: as precise as the source is. */
  readonly date: string
  readonly label: string
  /** Set apart: it came after the articles. */
  readonly later?: boolean
  /** The accent of the article that dates it, and its name. */
  readonly accent?: string
  readonly article?: string
  readonly href?: string
}

export interface PlacedEvent {
  readonly event: TimelineEvent
  /** Middle of the time that the date covers. */
  readonly x: number
  /** Where a date of a month or a year begins and ends; equal to x for a day. */
  readonly from: number
  readonly to: number
  readonly above: boolean
  readonly box: { readonly x: number, readonly y: number, readonly width: number, readonly height: number }
  readonly lines: readonly string[]
}

export interface TimelineLayout { readonly width: number, readonly height: number, readonly axis: number, readonly ticks: readonly { readonly x: number, readonly year: number }[], readonly events: readonly PlacedEvent[], readonly laterFrom: number | undefined }

const labelSize = 16
const labelLine = 20
const labelWidth = 148
const levelGap = 8
/** From the axis to the first labels above it. */
const stemLength = 18
/** Below the axis stand the years. */
const yearRoom = 34

/** The time that a partial date covers, in UTC milliseconds. */
export function dateSpan(date: string): { from: number, to: number } {
  const [year = 0, month, day] = date.split('-').map(Number)
  if (month === undefined) return { from: Date.UTC(year, 0, 1), to: Date.UTC(year + 1, 0, 1) }
  if (day === undefined) return { from: Date.UTC(year, month - 1, 1), to: Date.UTC(year, month, 1) }
  return { from: Date.UTC(year, month - 1, day), to: Date.UTC(year, month - 1, day) }
}

/** Events in the order of time. The height follows from how many labels have to be stacked. */
export function layoutTimeline(events: readonly TimelineEvent[], width: number, language?: string): TimelineLayout {
  const spans = events.map((event) => ({ event, ...dateSpan(event.date) })).sort((a, b) => a.from + a.to - (b.from + b.to))
  const first = new Date(Math.min(...spans.map((span) => span.from)))
  const last = new Date(Math.max(...spans.map((span) => span.to)))
  const scale = scaleTime().domain([new Date(Date.UTC(first.getUTCFullYear(), 0, 1)), new Date(Date.UTC(last.getUTCFullYear() + 1, 0, 1))]).range([8, width - 8])

  // From the right: a label stands to the right of its stem, so a label to the left that reaches over others has to stand further out,
  // and its stem, being left of them all, crosses none.
  const sides: Record<'above' | 'below', { left: number, level: number }[]> = { above: [], below: [] }
  const rough = spans.map(({ event, from, to }, index) => {
    const x = scale(new Date((from + to) / 2))
    const lines = breakLines(event.label, labelWidth, labelSize)
    const textWidth = Math.max(...[...lines, dateWords(event.date, language)].map((line) => measureText(line, labelSize, 'sans-bold'))) + 6
    return { event, x, from: scale(new Date(from)), to: scale(new Date(to)), lines, textWidth, left: Math.min(x + 2, width - textWidth), preferred: index % 2 === 0 ? 'above' as const : 'below' as const }
  }).reverse().map((label) => {
    const end = label.left + label.textWidth + 10
    const levelOn = (side: 'above' | 'below') => Math.max(0, ...sides[side].filter(({ left }) => left < end).map(({ level }) => level + 1))
    const other = label.preferred === 'above' ? 'below' : 'above'
    const side = levelOn(other) < levelOn(label.preferred) ? other : label.preferred
    const level = levelOn(side)
    sides[side].push({ left: Math.min(label.left, label.x), level })
    return { ...label, side, level }
  }).reverse()
  const heightOf = (lines: readonly string[]): number => (lines.length + 1) * labelLine
  /** From the axis outwards, where each level of a side begins; a level is as high as its highest label. */
  const levelStarts = (side: 'above' | 'below'): number[] => {
    const starts = [0]
    for (let level = 0; sides[side].some((placed) => placed.level === level); level++) {
      const highest = Math.max(...rough.filter((label) => label.side === side && label.level === level).map(({ lines }) => heightOf(lines)))
      starts.push((starts[level] ?? 0) + highest + levelGap)
    }
    return starts
  }
  const starts = { above: levelStarts('above'), below: levelStarts('below') }
  const axis = (starts.above.at(-1) ?? 0) + stemLength
  const placed = rough.map(({ event, x, from, to, lines, left, textWidth, side, level }): PlacedEvent => {
    const height = heightOf(lines)
    const start = starts[side][level] ?? 0
    const y = side === 'above' ? axis - stemLength - start - height : axis + yearRoom + start
    return { event, x, from, to, above: side === 'above', lines, box: { x: left, y, width: textWidth, height } }
  })
  const years = Array.from({ length: last.getUTCFullYear() - first.getUTCFullYear() + 1 }, (_, index) => first.getUTCFullYear() + index)
  const firstLater = placed.find(({ event }) => event.later)
  return {
    width, axis, height: axis + yearRoom + (starts.below.at(-1) ?? 0),
    ticks: years.map((year) => ({ year, x: scale(new Date(Date.UTC(year, 0, 1))) })),
    events: placed,
    laterFrom: firstLater === undefined ? undefined : firstLater.from - 4,
  }
}

/** The date in words of the language, with the precision that it has: 2020, May 2020, 14 Mar 2023. */
export function dateWords(date: string, language = englishTexts.language): string {
  const [, month, day] = date.split('-')
  const style: Intl.DateTimeFormatOptions = { year: 'numeric', ...(month === undefined ? {} : { month: 'short' }), ...(day === undefined ? {} : { day: 'numeric' }) }
  return new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' }).format(dateSpan(date).from)
}
