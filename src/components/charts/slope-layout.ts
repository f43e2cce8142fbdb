/** Lays out a slope chart: each thing on two occasions, labelled at both ends. */
import { breakLines, measureText } from '../../content/text-lines.ts'
import { layOutAxis } from './axis.ts'
import { spreadLabels } from './label-placement.ts'
import type { TextLabel } from './line-layout.ts'
import { typeSizes, type AxisSpec, type ChartMode, type ChartTableData } from './plot.ts'

export interface Slope { readonly label: string; readonly before: number; readonly after: number; readonly role: 'hero' | 'context' }
export interface SlopePlot {
  readonly title: string
  readonly sentence: string
  readonly beforeLabel: string
  readonly afterLabel: string
  /** Not drawn: both ends of every line are labelled. */
  readonly value: AxisSpec
  readonly slopes: readonly Slope[]
}

export function layOutSlopes(plot: SlopePlot, width: number, height: number, mode: ChartMode) {
  const { label: fontSize, line: lineHeight, baseline } = typeSizes[mode]
  const top = lineHeight * 2
  const bottom = height - lineHeight
  const side = (textOf: (slope: Slope) => string, valueOf: (slope: Slope) => number, x: (boxWidth: number) => number): TextLabel[] => {
    const lines = plot.slopes.map((slope) => breakLines(textOf(slope), width * 0.32, fontSize, 'sans-bold'))
    const centres = spreadLabels(plot.slopes.map((slope, index) => ({ centre: value.place(valueOf(slope)), height: (lines[index]?.length ?? 1) * lineHeight })), lineHeight + 4, height)
    return lines.map((text, index) => {
      const boxWidth = Math.max(...text.map((one) => measureText(one, fontSize, 'sans-bold')))
      const boxHeight = text.length * lineHeight
      return { lines: text, box: { x: x(boxWidth), y: (centres[index] ?? 0) - boxHeight / 2, width: boxWidth, height: boxHeight } }
    })
  }
  const value = layOutAxis(plot.value, [bottom, top], fontSize, 'y')
  const widest = (texts: readonly string[]): number => Math.max(...texts.flatMap((text) => breakLines(text, width * 0.32, fontSize, 'sans-bold')).map((text) => measureText(text, fontSize, 'sans-bold')))
  const beforeText = (slope: Slope): string => plot.value.format(slope.before)
  const afterText = (slope: Slope): string => `${plot.value.format(slope.after)} ${slope.label}`
  const left = Math.max(widest(plot.slopes.map(beforeText)), measureText(plot.beforeLabel, fontSize) / 2) + 14
  const right = width - Math.max(widest(plot.slopes.map(afterText)), measureText(plot.afterLabel, fontSize) / 2) - 14
  const before = side(beforeText, (slope) => slope.before, (boxWidth) => left - 14 - boxWidth)
  const after = side(afterText, (slope) => slope.after, () => right + 14)
  const heading = (text: string, centre: number): TextLabel => ({ lines: [text], box: { x: centre - measureText(text, fontSize) / 2, y: 0, width: measureText(text, fontSize), height: lineHeight } })
  const slopes = plot.slopes.flatMap((slope, index) => {
    const [start, end] = [before[index], after[index]]
    return start && end ? [{ slope, y1: value.place(slope.before), y2: value.place(slope.after), before: start, after: end }] : []
  })
  return { fontSize, lineHeight, baseline, left, right, top, bottom, slopes, headings: [heading(plot.beforeLabel, left), heading(plot.afterLabel, right)] as const }
}

export const slopeTable = (plot: SlopePlot): ChartTableData => ({ columns: ['', plot.beforeLabel, plot.afterLabel], rows: plot.slopes.map((slope) => [slope.label, plot.value.format(slope.before), plot.value.format(slope.after)]) })
