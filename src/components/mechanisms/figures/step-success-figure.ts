import { fixed, percent, percentUpTo } from '../../../mechanisms/number-format.ts'
import { chainSuccess, stepSuccess } from '../../../mechanisms/step-success.ts'
import { sampleCurve, type DrawFigure } from './figure.ts'

const comparisons = [0.99, 0.95, 0.9]

export const drawStepSuccess: DrawFigure<'perStep' | 'steps'> = ({ perStep, steps }) => {
  const last = steps <= 20 ? 20 : 50
  const curve = (share: number) => sampleCurve((count) => chainSuccess(share, count), 0, last, 'linear', 17)
  const others = comparisons.filter((share) => Math.abs(share - perStep) > 0.012)
  return {
    kind: 'line',
    plot: {
      title: 'Chance that a task of several steps is done',
      sentence: stepSuccess.describe({ perStep, steps }),
      x: { label: 'steps in the task', scale: 'linear', min: 0, max: last, format: fixed() },
      y: { label: 'share of tasks done', scale: 'linear', min: 0, max: 1, format: percent() },
      series: [
        { label: `${percentUpTo(1)(perStep)} per step`, role: 'hero', points: curve(perStep) },
        ...others.map((share, index) => ({ label: `${percent()(share)} per step`, role: 'context' as const, dash: index === others.length - 1 ? 'dashed' as const : undefined, points: curve(share) })),
      ],
      marks: [{ x: steps, y: chainSuccess(perStep, steps), label: percent()(chainSuccess(perStep, steps)), detail: `after ${fixed()(steps)} ${steps === 1 ? 'step' : 'steps'}`, role: 'hero' }],
    },
  }
}
