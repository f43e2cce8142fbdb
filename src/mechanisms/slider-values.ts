/** The values that a slider for a parameter stops at: evenly spread on the parameter's scale, ends and default included. */
import type { Parameter } from './mechanism.ts'

/** Free of the dust of binary fractions, and on a log scale of more figures than anyone reads. */
const rounded = (value: number, figures: number): number => Number(value.toPrecision(figures))

export function sliderValues(parameter: Parameter): number[] {
  const { min, max, step, scale, whole } = parameter
  const [from, to] = scale === 'log' ? [Math.log10(min), Math.log10(max)] : [min, max]
  const values = new Set<number>([min, parameter.default])
  for (let index = 1; from + index * step < to - step / 2; index++) {
    const value = scale === 'log' ? rounded(10 ** (from + index * step), 2) : rounded(from + index * step, 12)
    values.add(whole ? Math.round(value) : value)
  }
  values.add(max)
  return [...values].sort((a, b) => a - b)
}

/** Index of the stop nearest to a value, by ratio on a log scale. */
export function nearestStop(parameter: Parameter, stops: readonly number[], value: number): number {
  const place = (one: number): number => (parameter.scale === 'log' ? Math.log(one) : one)
  let nearest = 0
  stops.forEach((stop, index) => {
    if (Math.abs(place(stop) - place(value)) < Math.abs(place(stops[nearest] ?? stop) - place(value))) nearest = index
  })
  return nearest
}
