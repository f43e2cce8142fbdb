import { percent, short } from '../../../mechanisms/number-format.ts'
import { coverageAt, equalDifficultyCoverage, repeatedSampling, solvedShare } from '../../../mechanisms/repeated-sampling.ts'
import { sampleCurve, type DrawFigure } from './figure.ts'

const most = 10_000

export const drawRepeatedSampling: DrawFigure<'samples' | 'checker' | 'a' | 'b' | 'drawn' | 'rightShare'> = (params) => {
  const { samples, checker, a, b } = params
  const single = coverageAt(1, a, b)
  const curve = (share: (samples: number) => number) => sampleCurve(share, 1, most, 'log')
  return {
    kind: 'line',
    plot: {
      title: 'Share of problems with a right answer, by the number of samples',
      sentence: repeatedSampling.describe(params),
      x: { label: 'samples a problem', scale: 'log', min: 1, max: most, format: short },
      y: { label: 'share of problems', scale: 'linear', min: 0, max: 1, format: percent() },
      series: [
        { label: 'a right one is among them', role: 'hero', points: curve((count) => coverageAt(count, a, b)) },
        { label: 'the checker picks it', role: 'context', points: curve((count) => solvedShare(coverageAt(count, a, b), single, checker)) },
        { label: 'if all were equally hard', role: 'context', dash: 'dashed', points: curve((count) => equalDifficultyCoverage(count, single)) },
      ],
      marks: [{ x: samples, y: coverageAt(samples, a, b), label: percent()(coverageAt(samples, a, b)), detail: `${percent()(solvedShare(coverageAt(samples, a, b), single, checker))} picked`, role: 'hero' }],
    },
  }
}
