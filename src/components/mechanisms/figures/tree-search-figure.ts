import { fixed, percent } from '../../../mechanisms/number-format.ts'
import { searchSuccess, treeSearch } from '../../../mechanisms/tree-search.ts'
import { sampleCurve, type DrawFigure } from './figure.ts'

const widest = 16

export const drawTreeSearch: DrawFigure<'width' | 'verifier' | 'perStep' | 'depth'> = (params) => {
  const { width, verifier, perStep, depth } = params
  const curve = (quality: number) => sampleCurve((proposals) => searchSuccess(perStep, proposals, quality, depth), 1, widest, 'linear')
  return {
    kind: 'line',
    plot: {
      title: 'Chance of a right path by the number of proposals a step',
      sentence: treeSearch.describe(params),
      x: { label: 'proposals a step; the cost grows in proportion', scale: 'linear', min: 1, max: widest, format: fixed() },
      y: { label: 'share of right paths', scale: 'linear', min: 0, max: 1, format: percent() },
      series: [
        { label: `verifier ${percent()(verifier)}`, role: 'hero', points: curve(verifier) },
        ...(verifier < 0.99 ? [{ label: 'perfect verifier', role: 'context' as const, dash: 'dashed' as const, points: curve(1) }] : []),
        ...(verifier > 0.01 ? [{ label: 'no verifier', role: 'context' as const, points: curve(0) }] : []),
      ],
      marks: [{ x: width, y: searchSuccess(perStep, width, verifier, depth), label: percent()(searchSuccess(perStep, width, verifier, depth)), detail: `for ${fixed()(width * depth)} proposals`, role: 'hero' }],
    },
  }
}
