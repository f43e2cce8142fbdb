/** Lays a line chart out without a page: every box and path that LineChart.vue then draws. */
import { area, curveMonotoneX, line } from 'd3-shape'
import { breakLines, measureText } from '../../content/text-lines.ts'
import { layOutAxis, type Axis, type Tick } from './axis.ts'
import { countInk, placeLabel, spreadLabels, type Box, type Point, type Segment } from './label-placement.ts'
import { faceOf, typeSizes, type ChartMode, type ChartTableData, type DataPoint, type LinePlot, type LineSeries, type PlotMark } from './plot.ts'

export interface TextLabel { readonly box: Box; readonly lines: readonly string[] }
export interface PlacedTick { readonly tick: Tick; readonly box: Box }
export interface PlacedSeries { readonly series: LineSeries; readonly path: string; readonly band: string; readonly end: Point; readonly label: TextLabel; readonly leader: boolean }
export interface PlacedMark {
  readonly mark: PlotMark
  readonly point: Point
  readonly interval: { readonly top: number; readonly bottom: number } | undefined
  /** Undefined when there was no room; the table still has it. */
  readonly label: TextLabel | undefined
  readonly detailLines: number
  /** To a label that had to stand apart. */
  readonly leader: Segment | undefined
}

export interface LineLayout {
  readonly area: Box
  readonly x: Axis
  readonly y: Axis
  readonly xTicks: readonly PlacedTick[]
  readonly yTicks: readonly PlacedTick[]
  readonly xTitle: TextLabel
  readonly yTitle: TextLabel
  readonly series: readonly PlacedSeries[]
  readonly marks: readonly PlacedMark[]
  readonly lineHeight: number
  readonly baseline: number
  readonly fontSize: number
  readonly strongSize: number
}

/** On the narrowest screens only the hero is told of in a second line; the table has the others'. */
const narrow = 320

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))
const isShown = (point: DataPoint, plot: LinePlot): boolean => point.y >= plot.y.min * (1 - 1e-9) && point.y <= plot.y.max * (1 + 1e-9) && point.x >= plot.x.min && point.x <= plot.x.max

export function layOutLines(plot: LinePlot, width: number, height: number, mode: ChartMode, logScale?: string): LineLayout {
  const { label: fontSize, strong: strongSize, line: lineHeight, baseline } = typeSizes[mode]
  const axisGap = 8

  const top = lineHeight + 10
  // The lowest label of the y axis reaches half a line below its tick; the x axis' labels start under it.
  const tickTop = Math.ceil(lineHeight / 2) + 1
  const bottom = height - 2 * lineHeight - tickTop - 2
  const y = layOutAxis(plot.y, [bottom, top], fontSize, 'y', logScale)
  const left = Math.ceil(Math.max(...y.ticks.map((tick) => measureText(tick.label, fontSize)), 8)) + axisGap + 2
  const labelLines = plot.series.map((series) => breakLines(series.label, Math.max(76, width * 0.24), fontSize, faceOf(series.role)))
  const labelWidths = plot.series.map(({ role }, index) => Math.max(0, ...(labelLines[index] ?? []).map((text) => measureText(text, fontSize, faceOf(role)))))
  const labelWidth = Math.max(0, ...labelWidths)
  const right = Math.floor(width - (labelWidth > 0 ? labelWidth + 16 : fontSize))
  const x = layOutAxis(plot.x, [left, right], fontSize, 'x', logScale)
  const plotArea: Box = { x: left, y: top, width: right - left, height: bottom - top }

  const toPoint = (point: DataPoint): Point => ({ x: x.place(point.x), y: y.place(point.y) })
  const shown = plot.series.map((series) => series.points.filter((point) => isShown(point, plot)))
  const pixels = shown.map((points) => points.map(toPoint))
  const drawLine = line<Point>((point) => point.x, (point) => point.y).curve(curveMonotoneX)
  const drawBand = area<DataPoint>().x((point) => x.place(point.x)).y0((point) => y.place(point.low ?? point.y)).y1((point) => y.place(point.high ?? point.y)).curve(curveMonotoneX)

  const ends = pixels.map((points): Point => points.at(-1) ?? { x: right, y: bottom })
  const centres = spreadLabels(ends.map((end, index) => ({ centre: end.y, height: (labelLines[index]?.length ?? 1) * lineHeight })), lineHeight, bottom + lineHeight)
  const series = plot.series.map((one, index): PlacedSeries => {
    const lines = labelLines[index] ?? []
    const end = ends[index] ?? { x: right, y: bottom }
    const centre = centres[index] ?? end.y
    const hasBand = one.points.some((point) => point.low !== undefined)
    return {
      series: one,
      path: drawLine(pixels[index] ?? []) ?? '',
      band: hasBand ? drawBand([...(shown[index] ?? [])]) ?? '' : '',
      end,
      label: { lines, box: { x: right + 12, y: centre - (lines.length * lineHeight) / 2, width: labelWidths[index] ?? 0, height: lines.length * lineHeight } },
      leader: Math.abs(centre - end.y) > lineHeight / 2 || end.x < right - 2,
    }
  })

  const points = plot.marks.map(toPoint)
  const intervals = plot.marks.map(({ low, high }) => (low === undefined || high === undefined ? undefined : { top: y.place(high), bottom: y.place(low) }))
  const bandEdges = shown.flatMap((one) => (['low', 'high'] as const).map((edge) => one.flatMap((point) => (point[edge] === undefined ? [] : [{ x: x.place(point.x), y: y.place(point[edge]) }]))))
  /** From the hero down to the axis. */
  const drops = points.flatMap(({ x: at, y: from }, index): Box[] => (plot.marks[index]?.role === 'hero' ? [{ x: at, y: from, width: 0, height: bottom - from }] : []))
  const uprights = points.flatMap(({ x: at }, index) => { const interval = intervals[index]; return interval ? [[{ x: at, y: interval.top }, { x: at, y: interval.bottom }]] : [] })
  const heroes = pixels.filter((_, index) => plot.series[index]?.role === 'hero')
  const ink = countInk([...pixels, ...bandEdges, ...uprights], plotArea, heroes)
  const leaders = series.flatMap(({ leader, end, label: { box } }): Segment[] => (leader ? [{ from: end, to: { x: box.x, y: box.y + box.height / 2 } }] : []))
  const taken = [
    ...points.map((point): Box => ({ x: point.x - 7, y: point.y - 7, width: 14, height: 14 })),
    ...drops,
    ...series.map(({ label }) => label.box),
  ]
  /** What is right of the lines is room too, where no line has its name. */
  const labelArea = { x: left + 4, y: top - 4, width: width - left - 4, height: plotArea.height }
  const maxWidth = Math.max(120, plotArea.width * 0.5)
  const marks = plot.marks.map((mark, index): PlacedMark => {
    const point = points[index] ?? { x: left, y: bottom }
    const interval = intervals[index]
    const heading = breakLines(mark.label, maxWidth, strongSize, 'sans-bold')
    const detail = mark.detail && (mark.role === 'hero' || width >= narrow) ? breakLines(mark.detail, maxWidth, fontSize) : []
    const size = { width: Math.ceil(Math.max(...heading.map((text) => measureText(text, strongSize, 'sans-bold')), ...detail.map((text) => measureText(text, fontSize)))), height: heading.length * (lineHeight + 2) + detail.length * lineHeight }
    // An interval without a dot is named at its upper end.
    const anchor = mark.hasDot === false && interval ? { x: point.x, y: interval.top } : point
    const placed = mark.isQuiet ? undefined : placeLabel({ anchor, ...size, area: labelArea, taken, leaders, ink })
    if (placed) taken.push(placed.box)
    const leader = placed?.leader && { from: anchor, to: placed.leader }
    if (leader) leaders.push(leader)
    return { mark, point, interval, label: placed && { box: placed.box, lines: [...heading, ...detail] }, detailLines: detail.length, leader }
  })

  const xTicks = x.ticks.map((tick): PlacedTick => {
    const tickWidth = measureText(tick.label, fontSize)
    return { tick, box: { x: within(tick.position - tickWidth / 2, 0, width - tickWidth), y: bottom + tickTop, width: tickWidth, height: lineHeight } }
  })
  const yTicks = y.ticks.map((tick): PlacedTick => {
    const tickWidth = measureText(tick.label, fontSize)
    return { tick, box: { x: left - axisGap - tickWidth, y: tick.position - lineHeight / 2, width: tickWidth, height: lineHeight } }
  })
  const titleBox = (text: string, boxY: number): TextLabel => {
    const textSize = measureText(text, fontSize)
    return { lines: [text], box: { x: Math.max(0, Math.min(left, width - textSize)), y: boxY, width: textSize, height: lineHeight } }
  }
  return {
    area: plotArea, x, y, xTicks, yTicks, series, marks, lineHeight, baseline, fontSize, strongSize,
    xTitle: titleBox(x.title, height - lineHeight),
    yTitle: titleBox(y.title, -2),
  }
}

/** Every text of the chart with its box: what must neither overlap nor leave the picture. */
export const labelBoxes = (layout: LineLayout): TextLabel[] => [
  layout.xTitle, layout.yTitle,
  ...[...layout.xTicks, ...layout.yTicks].map(({ tick, box }) => ({ box, lines: [tick.label] })),
  ...layout.series.map((series) => series.label),
  ...layout.marks.flatMap((mark) => (mark.label ? [mark.label] : [])),
]

/** At most this many rows a line, so that the table can be read aloud. */
const rowsPerSeries = 7

/** The numbers of the chart: marks first, then some points of each line. */
export function lineTable(plot: LinePlot): ChartTableData {
  const value = (point: DataPoint): string => plot.y.format(point.y) + (point.low !== undefined && point.high !== undefined ? ` (${plot.y.format(point.low)}–${plot.y.format(point.high)})` : '')
  const rows = plot.series.flatMap((series) => {
    const stride = Math.max(1, (series.points.length - 1) / (rowsPerSeries - 1))
    const picked = Array.from({ length: Math.min(rowsPerSeries, series.points.length) }, (_, index) => series.points[Math.round(index * stride)])
    return picked.flatMap((point) => (point ? [[series.label, plot.x.format(point.x), value(point)]] : []))
  })
  return { columns: ['', plot.x.label, plot.y.label], rows: [...plot.marks.map((mark) => [mark.detail ? `${mark.label}, ${mark.detail}` : mark.label, plot.x.format(mark.x), value(mark)]), ...rows] }
}
