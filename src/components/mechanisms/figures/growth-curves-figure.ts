import { dataRange, growthCurves, logLinearAbility, phaseChangeAbility, polynomialAbility } from '../../../mechanisms/growth-curves.ts'
import { percent, short } from '../../../mechanisms/number-format.ts'
import { sampleCurve, straight, type DrawFigure } from './figure.ts'

export const drawGrowthCurves: DrawFigure<'data' | 'threshold' | 'sharpness' | 'degree'> = (params) => {
  const { data, threshold, sharpness, degree } = params
  const curve = (ability: (x: number) => number, count?: number) => sampleCurve(ability, 1, dataRange, 'log', count)
  return {
    kind: 'line',
    plot: {
      title: 'Ability by amount of data, three shapes',
      sentence: growthCurves.describe(params),
      x: { label: 'data as a multiple of today', scale: 'log', min: 1, max: dataRange, format: short },
      y: { label: 'ability (scale ours)', scale: 'linear', min: 0, max: 1, format: percent() },
      series: [
        { label: 'log-linear', role: 'hero', points: curve(logLinearAbility, straight) },
        { label: 'phase change', role: 'context', points: curve((x) => phaseChangeAbility(x, threshold, sharpness), 97) },
        { label: 'polynomial', role: 'context', dash: 'dashed', points: curve((x) => polynomialAbility(x, degree)) },
      ],
      marks: [
        { x: data, y: logLinearAbility(data), label: percent()(logLinearAbility(data)), detail: 'log-linear', role: 'hero' },
        { x: data, y: phaseChangeAbility(data, threshold, sharpness), label: percent()(phaseChangeAbility(data, threshold, sharpness)), detail: 'phase change', role: 'context' },
      ],
    },
  }
}
