/** Axes: a d3 scale, and as many ticks as have room for their labels. */
import { scaleLinear, scaleLog } from 'd3-scale'
import { measureText } from '../../content/text-lines.ts'
import { englishTexts } from '../texts.ts'
import type { AxisSpec } from './plot.ts'

export interface Tick { readonly value: number; readonly label: string; readonly position: number }

export interface Axis {
  /** Pixel position of a value, held to the range of the axis. */
  readonly place: (value: number) => number
  readonly ticks: readonly Tick[]
  readonly title: string
}

/** Ticks from the most to the fewest, each set evenly spread. */
function* tickSets(spec: AxisSpec): Generator<number[]> {
  if (spec.scale === 'linear') {
    const scale = scaleLinear([spec.min, spec.max], [0, 1])
    for (let count = 6; count >= 1; count--) yield scale.ticks(count)
    return
  }
  const first = Math.ceil(Math.log10(spec.min) - 1e-9)
  const last = Math.floor(Math.log10(spec.max) + 1e-9)
  const powers = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => 10 ** (first + index))
  if (powers.length < 2) yield scaleLog([spec.min, spec.max], [0, 1]).ticks(4)
  for (let stride = 1; stride <= Math.max(1, powers.length); stride++) yield powers.filter((_, index) => index % stride === 0)
}

/**
 * @param range pixels of the axis' minimum and maximum
 * @param fontSize of the tick labels
 * @param along whether labels stand beside each other (x) or above each other (y)
 * @param logScale what a logarithmic axis says of itself
 */
export function layOutAxis(spec: AxisSpec, range: readonly [number, number], fontSize: number, along: 'x' | 'y', logScale = englishTexts.logScale): Axis {
  const scale = (spec.scale === 'log' ? scaleLog([spec.min, spec.max], range) : scaleLinear([spec.min, spec.max], range)).clamp(true)
  const place = (value: number): number => scale(Math.max(value, spec.scale === 'log' ? spec.min : -Infinity))
  const extent = (tick: Tick): number => (along === 'x' ? measureText(tick.label, fontSize) + fontSize : fontSize * 2)
  let ticks: Tick[] = []
  for (const values of tickSets(spec)) {
    ticks = values.map((value) => ({ value, label: spec.format(value), position: place(value) }))
    const clear = ticks.every((tick, index) => {
      const next = ticks[index + 1]
      return !next || Math.abs(next.position - tick.position) >= (extent(tick) + extent(next)) / 2
    })
    const distinct = new Set(ticks.map((tick) => tick.label)).size === ticks.length
    if (clear && distinct) break
  }
  return { place, ticks, title: spec.scale === 'log' ? `${spec.label} (${logScale})` : spec.label }
}
