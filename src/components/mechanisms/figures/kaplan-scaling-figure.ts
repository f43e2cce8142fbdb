import { bestGrowth, equalGrowth, kaplanLoss, kaplanScaling } from '../../../mechanisms/kaplan-scaling.ts'
import { fixed, percent, short, times } from '../../../mechanisms/number-format.ts'
import { powerAbove, sampleCurve, type DrawFigure } from './figure.ts'

const least = 1e-6
const most = 1e8

export const drawKaplanScaling: DrawFigure<'compute' | 'factor' | 'parameters' | 'tokens'> = (params) => {
  const { compute, factor } = params
  const growth = bestGrowth(factor)
  const both = equalGrowth(factor)
  const [before, after] = [kaplanLoss('compute', compute), kaplanLoss('compute', compute * factor)]
  return {
    kind: 'line',
    plot: {
      title: 'Test loss by training compute, after Kaplan and others, 2020',
      sentence: kaplanScaling.describe(params),
      x: { label: 'training compute in PF-days', scale: 'log', min: least, max: most, format: (value) => (value < 0.9 ? `1/${short(1 / value)}` : short(value)) },
      y: { label: 'test loss, nats a token', scale: 'linear', min: 0, max: 6, format: fixed() },
      series: [{ label: 'L(C)', role: 'hero', points: sampleCurve((amount) => kaplanLoss('compute', amount), least, most, 'log') }],
      marks: [
        { x: compute * factor, y: after, label: `${percent(1)(1 - after / before)} less loss`, detail: `for ${times(factor)} the computing`, role: 'hero' },
        { x: compute, y: before, label: fixed(2)(before), role: 'context' },
      ],
    },
    thenAndLater: {
      title: 'What to spend more computing on, as seen in 2020 and in 2022',
      sentence: `With ${times(factor)} the computing, the paper of 2020 lets the best model grow ${times(growth.model)} and its data ${times(growth.data)}; the one of 2022 lets both grow ${times(both)}.`,
      beforeLabel: 'Kaplan, 2020',
      afterLabel: 'Hoffmann, 2022',
      value: { label: 'grows', scale: 'log', min: 1, max: powerAbove(Math.max(10, growth.model)), format: times },
      slopes: [{ label: 'model', before: growth.model, after: both, role: 'hero' }, { label: 'data', before: growth.data, after: both, role: 'context' }],
    },
  }
}
