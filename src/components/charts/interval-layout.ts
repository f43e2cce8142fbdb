/** Lays out rows of dots with intervals: names at the left, values at the right, one axis below. */
import { breakLines, measureText } from '../../content/text-lines.ts'
import { layOutAxis } from './axis.ts'
import type { Box } from './label-placement.ts'
import type { TextLabel } from './line-layout.ts'
import { faceOf, typeSizes, type AxisSpec, type ChartMode, type ChartTableData } from './plot.ts'

export interface IntervalRow { readonly label: string; readonly value: number; readonly low: number; readonly high: number; readonly role: 'hero' | 'context' }
export interface IntervalPlot { readonly title: string; readonly sentence: string; readonly x: AxisSpec; readonly rows: readonly IntervalRow[] }
export interface PlacedInterval { readonly row: IntervalRow; readonly y: number; readonly from: number; readonly to: number; readonly at: number; readonly name: TextLabel; readonly value: TextLabel }

const valueText = (plot: IntervalPlot, row: IntervalRow): string => `${plot.x.format(row.value)} (${plot.x.format(row.low)}–${plot.x.format(row.high)})`

export function layOutIntervals(plot: IntervalPlot, width: number, height: number, mode: ChartMode, logScale?: string) {
  const { label: fontSize, line: lineHeight, baseline } = typeSizes[mode]
  const bottom = height - 2 * lineHeight - 8
  const names = plot.rows.map((row) => breakLines(row.label, width * 0.3, fontSize, faceOf(row.role)))
  const values = plot.rows.map((row) => breakLines(valueText(plot, row), width * 0.26, fontSize, faceOf(row.role)))
  const widest = (texts: readonly string[][]): number => Math.max(0, ...texts.flat().map((text) => measureText(text, fontSize, 'sans-bold')))
  const left = widest(names) + 16
  const right = width - widest(values) - 16
  const x = layOutAxis(plot.x, [left, right], fontSize, 'x', logScale)
  const rowHeight = bottom / Math.max(1, plot.rows.length)
  const label = (lines: readonly string[], boxX: number, centre: number): TextLabel => ({ lines, box: { x: boxX, y: centre - (lines.length * lineHeight) / 2, width: widest([[...lines]]), height: lines.length * lineHeight } })
  const rows = plot.rows.map((row, index): PlacedInterval => {
    const y = rowHeight * (index + 0.5)
    return { row, y, from: x.place(row.low), to: x.place(row.high), at: x.place(row.value), name: label(names[index] ?? [], 0, y), value: label(values[index] ?? [], right + 12, y) }
  })
  const ticks = x.ticks.map((tick): { position: number; label: string; box: Box } => ({ position: tick.position, label: tick.label, box: { x: tick.position - measureText(tick.label, fontSize) / 2, y: bottom + 7, width: measureText(tick.label, fontSize), height: lineHeight } }))
  const title: TextLabel = { lines: [x.title], box: { x: Math.max(0, Math.min(left, width - measureText(x.title, fontSize))), y: height - lineHeight, width: measureText(x.title, fontSize), height: lineHeight } }
  return { fontSize, lineHeight, baseline, left, right, bottom, rows, ticks, title }
}

export const intervalTable = (plot: IntervalPlot): ChartTableData => ({ columns: ['', plot.x.label], rows: plot.rows.map((row) => [row.label, valueText(plot, row)]) })
