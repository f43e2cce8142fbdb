import { contextCost, fullAttention, linearAttention, recursiveReading } from '../../../mechanisms/context-cost.ts'
import { magnitude, short, times } from '../../../mechanisms/number-format.ts'
import { powerAbove, powerBelow, sampleCurve, type DrawFigure } from './figure.ts'

const shortest = 1e3
const longest = 1e7

const inTrillions = (count: number): string => magnitude(count / 1e12)

export const drawContextCost: DrawFigure<'length' | 'width' | 'segment' | 'memory' | 'factor'> = (params) => {
  const { length, width, segment, memory } = params
  const curve = (cost: (length: number) => number) => sampleCurve(cost, shortest, longest, 'log')
  const kinds = [(x: number) => fullAttention(x, width), (x: number) => linearAttention(x, width), (x: number) => recursiveReading(x, width, segment, memory)] as const
  const ratio = kinds[0](length) / kinds[1](length)
  return {
    kind: 'line',
    plot: {
      title: 'Work of one layer by length of the input',
      sentence: contextCost.describe(params),
      x: { label: 'tokens read at once', scale: 'log', min: shortest, max: longest, format: short },
      y: { label: 'multiplications a layer, in trillions', scale: 'log', min: powerBelow(Math.min(...kinds.map((kind) => kind(shortest)))), max: powerAbove(Math.max(...kinds.map((kind) => kind(longest)))), format: inTrillions },
      series: [
        { label: 'full attention', role: 'hero', points: curve(kinds[0]) },
        { label: 'linear', role: 'context', points: curve(kinds[1]) },
        { label: 'recursive with memory', role: 'context', dash: 'dashed', points: curve(kinds[2]) },
      ],
      marks: [{ x: length, y: kinds[0](length), label: ratio >= 1 ? `${times(ratio)} the linear work` : `1/${magnitude(1 / ratio)} of the linear work`, detail: `at ${magnitude(length)} tokens`, role: 'hero' }],
    },
  }
}
