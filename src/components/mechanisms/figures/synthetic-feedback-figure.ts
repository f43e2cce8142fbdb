import { fixed, percent } from '../../../mechanisms/number-format.ts'
import { syntheticFeedback, varianceWhenAccumulated, varianceWhenReplaced } from '../../../mechanisms/synthetic-feedback.ts'
import type { DrawFigure } from './figure.ts'

export const drawSyntheticFeedback: DrawFigure<'generations' | 'samples'> = (params) => {
  const { generations, samples } = params
  const last = generations <= 20 ? 20 : 50
  const curve = (left: (generations: number, samples: number) => number) => Array.from({ length: last + 1 }, (_, x) => ({ x, y: left(x, samples) }))
  return {
    kind: 'line',
    plot: {
      title: 'Variety left after training models on model output',
      sentence: syntheticFeedback.describe(params),
      x: { label: 'generations', scale: 'linear', min: 0, max: last, format: fixed() },
      y: { label: 'variety left (variance)', scale: 'linear', min: 0, max: 1, format: percent() },
      series: [
        { label: 'output replaces the data', role: 'hero', points: curve(varianceWhenReplaced) },
        { label: 'output is added to the data', role: 'context', points: curve(varianceWhenAccumulated) },
      ],
      marks: [{ x: generations, y: varianceWhenReplaced(generations, samples), label: percent()(varianceWhenReplaced(generations, samples)), detail: `after ${fixed()(generations)} ${generations === 1 ? 'generation' : 'generations'}`, role: 'hero' }],
    },
  }
}
