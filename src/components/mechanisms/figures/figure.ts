/** What a mechanism's picture is: a chart and its data, made from a setting by a pure function. */
import type { BarPlot, DataPoint, LinePlot } from '../../charts/plot.ts'
import type { SlopePlot } from '../../charts/slope-layout.ts'

export type Figure = ({ readonly kind: 'line'; readonly plot: LinePlot } | { readonly kind: 'bars'; readonly plot: BarPlot }) & {
  /** The same setting seen on two occasions, for which a slide has no room. */
  readonly thenAndLater?: SlopePlot
}
export type DrawFigure<P extends string = string> = (params: Readonly<Record<P, number>>) => Figure

/** As many points as a line needs that is straight on its axes; its table shows some of them. */
export const straight = 7

/** A function's values between two bounds, evenly spread on the scale of its axis; a smooth curve is drawn through them. */
export function sampleCurve(curve: (x: number) => number, min: number, max: number, scale: 'linear' | 'log', count = 33): DataPoint[] {
  return Array.from({ length: count }, (_, index) => {
    const part = index / (count - 1)
    const x = index === count - 1 ? max : scale === 'log' ? min * (max / min) ** part : min + (max - min) * part
    return { x, y: curve(x) }
  })
}

/** The power of ten at or above a value: a bound for a log axis that a slider does not make jump at every step. */
export const powerAbove = (value: number): number => 10 ** Math.ceil(Math.log10(value) - 1e-9)
/** The power of ten at or below a value. */
export const powerBelow = (value: number): number => 10 ** Math.floor(Math.log10(value) + 1e-9)
