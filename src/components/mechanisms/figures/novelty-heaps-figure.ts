import { distinctItems, noveltyHeaps } from '../../../mechanisms/novelty-heaps.ts'
import { percent, short } from '../../../mechanisms/number-format.ts'
import { sampleCurve, straight, type DrawFigure } from './figure.ts'

export const drawNoveltyHeaps: DrawFigure<'tokens' | 'b' | 'k' | 'factor'> = (params) => {
  const { tokens, b, k } = params
  const all = distinctItems(tokens, k, b)
  return {
    kind: 'line',
    plot: {
      title: 'Distinct items met while reading',
      sentence: noveltyHeaps.describe(params),
      x: { label: 'tokens read', scale: 'linear', min: 0, max: tokens, format: short },
      y: { label: 'distinct items, of all in this text', scale: 'linear', min: 0, max: 1, format: percent() },
      series: [
        { label: `${short(all)} items`, role: 'hero', points: sampleCurve((read) => distinctItems(read, k, b) / all, 0, tokens, 'linear', 145) },
        ...(b < 0.95 ? [{ label: 'in proportion', role: 'context' as const, dash: 'dashed' as const, points: sampleCurve((read) => read / tokens, 0, tokens, 'linear', straight) }] : []),
      ],
      marks: [{ x: tokens / 2, y: 0.5 ** b, label: `${percent()(0.5 ** b)} of the items`, detail: 'in half of the text', role: 'hero' }],
    },
  }
}
