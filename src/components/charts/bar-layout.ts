/** Lays bars out: one row a bar is for long names, one column a bar for short ones; here columns, from zero. */
import { scaleBand } from 'd3-scale'
import { breakLines, measureText, type TextFace } from '../../content/text-lines.ts'
import { layOutAxis } from './axis.ts'
import { overlaps, type Box } from './label-placement.ts'
import type { TextLabel } from './line-layout.ts'
import { faceOf, typeSizes, type BarDatum, type BarPlot, type ChartMode, type ChartTableData } from './plot.ts'

export interface PlacedBar { readonly bar: BarDatum; readonly box: Box; readonly value: TextLabel; readonly name: TextLabel }
export interface PlacedReference { readonly lines: readonly number[]; readonly label: TextLabel }

export function layOutBars(plot: BarPlot, width: number, height: number, mode: ChartMode) {
  const { label: fontSize, line: lineHeight, baseline } = typeSizes[mode]
  const top = 2 * lineHeight + 6
  const bottom = height - 2 * lineHeight - 10
  const referenceLines = plot.references.map((reference) => breakLines(reference.label, Math.max(84, width * 0.22), fontSize))
  const margin = Math.max(0, ...referenceLines.flat().map((text) => measureText(text, fontSize)))
  const right = Math.floor(width - (margin > 0 ? margin + 10 : 0))
  const value = layOutAxis({ label: plot.valueLabel, scale: 'linear', min: 0, max: plot.max, format: plot.format }, [bottom, top], fontSize, 'y')
  const band = scaleBand(plot.bars.map((bar) => bar.label), [0, right]).paddingInner(0.28).paddingOuter(0.1)
  /** Above or below the middle of its column, moved in at the edges. */
  const centred = (text: string, centre: number, boxY: number, face: TextFace): TextLabel => {
    const textWidth = measureText(text, fontSize, face)
    return { lines: [text], box: { x: Math.max(0, Math.min(centre - textWidth / 2, right - textWidth)), y: boxY, width: textWidth, height: lineHeight } }
  }
  const bars = plot.bars.map((bar): PlacedBar => {
    const x = band(bar.label) ?? 0
    const y = value.place(bar.value)
    const centre = x + band.bandwidth() / 2
    return {
      bar,
      box: { x, y, width: band.bandwidth(), height: bottom - y },
      value: centred(plot.format(bar.value), centre, y - lineHeight - 2, faceOf(bar.role)),
      name: centred(bar.label, centre, bottom + 6, faceOf(bar.role)),
    }
  })
  const references = plot.references.map((reference, index): PlacedReference => {
    const lines = referenceLines[index] ?? []
    const y = value.place(reference.value)
    const tall = lines.length * lineHeight
    const levels = reference.low === undefined ? [y] : [y, value.place(reference.low)]
    const middle = levels.reduce((sum, level) => sum + level, 0) / levels.length
    return { lines: levels, label: { lines, box: { x: right + 10, y: Math.max(lineHeight, Math.min(middle - tall / 2, bottom - tall)), width: Math.max(...lines.map((text) => measureText(text, fontSize))), height: tall } } }
  })
  const title = (text: string, y: number): TextLabel => ({ lines: [text], box: { x: 0, y, width: measureText(text, fontSize), height: lineHeight } })
  return { fontSize, lineHeight, baseline, right, bottom, bars, references, valueTitle: title(plot.valueLabel, -2), categoryTitle: title(plot.categoryLabel, height - lineHeight) }
}

/**
 * Every text with its box. Texts of neighbouring bars may be too wide for their columns: then only the hero's value is drawn, and
 * every second name, or third, as on an axis; the table has them all.
 */
export function shownBarLabels(layout: ReturnType<typeof layOutBars>): { values: PlacedBar[]; names: PlacedBar[]; boxes: TextLabel[] } {
  const values = areCrowded(layout.bars.map(({ value }) => value)) ? layout.bars.filter(({ bar }) => bar.role === 'hero') : layout.bars
  let names = layout.bars
  for (let stride = 2; areCrowded(names.map(({ name }) => name)); stride++) names = layout.bars.filter((_, index) => index % stride === 0)
  return { values, names, boxes: [layout.valueTitle, layout.categoryTitle, ...values.map((bar) => bar.value), ...names.map((bar) => bar.name), ...layout.references.map((reference) => reference.label)] }
}

const areCrowded = (labels: readonly TextLabel[]): boolean => labels.some((label, index) => labels.slice(index + 1).some((other) => overlaps(label.box, other.box, 2)))

export const barTable = (plot: BarPlot): ChartTableData => ({
  columns: [plot.categoryLabel, plot.valueLabel],
  rows: [...plot.bars, ...plot.references].map(({ label, value }) => [label, plot.format(value)]),
})
