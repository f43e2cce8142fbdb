/** Lays a calendar of days out: a column a week, a row a weekday. */
import { measureText } from '../../content/text-lines.ts'
import type { TextLabel } from './line-layout.ts'
import { typeSizes, type ChartMode, type ChartTableData } from './plot.ts'

export interface HeatDay {
  /** How the day is named in the table, such as 12 Nov 2024. */
  readonly label: string
  readonly value: number
}
export interface HeatWeek {
  /** Shown above the week where a month begins, such as Nov. */
  readonly month?: string
  /** Seven days in the order of `weekdays`; undefined where the range has not begun or is over. */
  readonly days: readonly (HeatDay | undefined)[]
}
export interface HeatCalendarData {
  readonly title: string
  readonly sentence: string
  readonly dayLabel: string
  readonly valueLabel: string
  /** Short names of the seven days, first the one that a week begins with. */
  readonly weekdays: readonly string[]
  readonly weeks: readonly HeatWeek[]
}

/** 0 for nothing, 1 to 4 by quarters of the busiest day. */
export const heatLevel = (value: number, busiest: number): 0 | 1 | 2 | 3 | 4 => {
  if (value <= 0 || busiest <= 0) return 0
  const share = value / busiest
  return share <= 0.25 ? 1 : share <= 0.5 ? 2 : share <= 0.75 ? 3 : 4
}

export function layOutHeat(data: HeatCalendarData, width: number, mode: ChartMode) {
  const { label: fontSize, line: lineHeight, baseline } = typeSizes[mode]
  const left = Math.ceil(Math.max(0, ...data.weekdays.map((day) => measureText(day, fontSize)))) + 8
  const pitch = Math.max(6, Math.min(28, (width - left) / Math.max(1, data.weeks.length)))
  const top = lineHeight + 4
  const busiest = Math.max(0, ...data.weeks.flatMap((week) => week.days).map((day) => day?.value ?? 0))
  const cells = data.weeks.flatMap((week, column) => week.days.flatMap((day, row) => (day ? [{ day, level: heatLevel(day.value, busiest), x: left + column * pitch, y: top + row * pitch, size: pitch - 3 }] : [])))
  const months: TextLabel[] = []
  for (const [column, week] of data.weeks.entries()) {
    if (week.month === undefined) continue
    const box = { x: Math.min(left + column * pitch, width - measureText(week.month, fontSize)), y: 0, width: measureText(week.month, fontSize), height: lineHeight }
    const previous = months.at(-1)
    if (!previous || previous.box.x + previous.box.width + 4 <= box.x) months.push({ lines: [week.month], box })
  }
  // Rows may be lower than a line of text: then every other weekday is named.
  const stride = Math.max(1, Math.ceil(lineHeight / pitch))
  const weekdays = data.weekdays.flatMap((day, row): TextLabel[] => (row % stride === 0 ? [{ lines: [day], box: { x: 0, y: top + row * pitch + (pitch - 3 - lineHeight) / 2, width: measureText(day, fontSize), height: lineHeight } }] : []))
  return { fontSize, lineHeight, baseline, cells, months, weekdays, height: Math.ceil(top + 7 * pitch + 4) }
}

export const heatTable = (data: HeatCalendarData): ChartTableData => ({
  columns: [data.dayLabel, data.valueLabel],
  rows: data.weeks.flatMap((week) => week.days).flatMap((day) => (day && day.value > 0 ? [[day.label, String(day.value)]] : [])),
})
