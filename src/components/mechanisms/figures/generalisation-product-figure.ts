import { generalisationProduct } from '../../../mechanisms/generalisation-product.ts'
import { short, times } from '../../../mechanisms/number-format.ts'
import { sampleCurve, straight, type DrawFigure } from './figure.ts'

const most = 1000

export const drawGeneralisationProduct: DrawFigure<'data' | 'efficiency'> = (params) => {
  const { data, efficiency } = params
  return {
    kind: 'line',
    plot: {
      title: 'Generalisation by data, at three efficiencies',
      sentence: generalisationProduct.describe(params),
      x: { label: 'training data as a multiple of before', scale: 'log', min: 1, max: most, format: short },
      y: { label: 'generalisation as a multiple of before', scale: 'log', min: 1, max: 1e4, format: short },
      series: [
        { label: `efficiency ${times(efficiency)}`, role: 'hero', points: sampleCurve((x) => x * efficiency, 1, most, 'log', straight) },
        ...(efficiency > 1.05 ? [{ label: 'efficiency as before', role: 'context' as const, dash: 'dashed' as const, points: sampleCurve((x) => x, 1, most, 'log', straight) }] : []),
        { label: 'data as before', role: 'context', dash: 'dotted', points: sampleCurve(() => efficiency, 1, most, 'log', straight) },
      ],
      marks: [{ x: data, y: data * efficiency, label: times(data * efficiency), detail: `${times(data)} data, ${times(efficiency)} efficiency`, role: 'hero' }],
    },
  }
}
