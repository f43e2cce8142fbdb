import { kaplanLoss, kaplanScaling } from '../../../mechanisms/kaplan-scaling.ts'
import { fixed, percent, short, times } from '../../../mechanisms/number-format.ts'
import { sampleCurve, type DrawFigure } from './figure.ts'

const least = 1e-6
const most = 1e8

export const drawKaplanScaling: DrawFigure<'compute' | 'factor' | 'parameters' | 'tokens'> = (params) => {
  const { compute, factor } = params
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
  }
}
