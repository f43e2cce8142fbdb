/** What a chart is given: data in their own units, and words. Sizes and places are the layout's affair. */
import type { TextFace } from '../../content/text-lines.ts'

export type ChartMode = 'slide' | 'app' | 'print'

export interface AxisSpec {
  /** Quantity and unit; the layout adds that a scale is logarithmic. */
  readonly label: string
  readonly scale: 'linear' | 'log'
  readonly min: number
  readonly max: number
  readonly format: (value: number) => string
}

export interface DataPoint {
  readonly x: number
  readonly y: number
  /** Bounds of a band around the line. */
  readonly low?: number
  readonly high?: number
}

export interface LineSeries {
  /** Stands at the end of the line. */
  readonly label: string
  /** One hero a chart; the rest are context. */
  readonly role: 'hero' | 'context'
  readonly dash?: 'dashed' | 'dotted'
  readonly points: readonly DataPoint[]
}

export interface PlotMark {
  readonly x: number
  readonly y: number
  /** Bounds of an interval through the point. */
  readonly low?: number
  readonly high?: number
  /** False when only the interval means something, not its middle. */
  readonly hasDot?: boolean
  readonly label: string
  readonly detail?: string
  /** Named in the table only, where many points stand close together. */
  readonly isQuiet?: boolean
  /** The hero mark has a line down to the axis. */
  readonly role: 'hero' | 'context'
}

export interface LinePlot {
  readonly title: string
  /** What a reader who cannot see the chart is told. */
  readonly sentence: string
  readonly x: AxisSpec
  readonly y: AxisSpec
  readonly series: readonly LineSeries[]
  readonly marks: readonly PlotMark[]
}

export interface BarDatum { readonly label: string; readonly value: number; readonly role: 'hero' | 'context' }

export interface BarPlot {
  readonly title: string
  readonly sentence: string
  /** Quantity and unit; bars always start at zero. */
  readonly valueLabel: string
  readonly categoryLabel: string
  readonly max: number
  readonly format: (value: number) => string
  readonly bars: readonly BarDatum[]
  /** Values to compare with: a line across all bars, or two where a range is known. */
  readonly references: readonly { readonly value: number; readonly low?: number; readonly label: string }[]
}

/** Type sizes by mode, in the chart's pixels: never under 16 on a slide. `line` is a line of labels, `baseline` lies so far below its top. */
const page = { label: 14, strong: 15, line: 18, baseline: 13.7 } as const
export const typeSizes = { slide: { label: 16, strong: 18, line: 20, baseline: 15.7 }, app: page, print: page } as const

/** The hero's labels are bold, hence wider. */
export const faceOf = (role: 'hero' | 'context'): TextFace => (role === 'hero' ? 'sans-bold' : 'sans')

export interface ChartTableData { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }
