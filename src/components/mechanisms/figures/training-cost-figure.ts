import { costAfter, costGrowth, firstYear, reportedCosts, trainingCost } from '../../../mechanisms/training-cost.ts'
import { dollars, fixed, short } from '../../../mechanisms/number-format.ts'
import { powerAbove, sampleCurve, straight, type DrawFigure } from './figure.ts'

const money = (value: number): string => `$${short(value)}`

export const drawTrainingCost: DrawFigure<'growth' | 'first' | 'years'> = (params) => {
  const { growth, first, years } = params
  const lastYear = firstYear + Math.max(8, years)
  const cost = costAfter(first, growth, years)
  const yearsIn = (year: number): number => year - firstYear
  const points = sampleCurve((year) => costAfter(first, growth, yearsIn(year)), firstYear, lastYear, 'linear', straight)
  const measured = sampleCurve((year) => costAfter(first, costGrowth.central, yearsIn(year)), firstYear, lastYear, 'linear', straight)
    .map((point) => ({ ...point, low: costAfter(first, costGrowth.low, yearsIn(point.x)), high: costAfter(first, costGrowth.high, yearsIn(point.x)) }))
  const top = powerAbove(Math.max(1e12, ...measured.map((point) => point.high), ...points.map((point) => point.y)))
  return {
    kind: 'line',
    plot: {
      title: 'Cost of training the dearest model',
      sentence: trainingCost.describe(params),
      x: { label: 'year', scale: 'linear', min: firstYear, max: lastYear, format: (year) => String(Math.floor(year)) },
      y: { label: 'US dollars', scale: 'log', min: 1e5, max: top, format: money },
      series: [
        { label: `${fixed(1)(growth)}× a year`, role: 'hero', points },
        { label: `measured: ${fixed(1)(costGrowth.low)} to ${fixed(1)(costGrowth.high)}×`, role: 'context', dash: 'dashed', points: measured },
      ],
      marks: [
        { x: firstYear + years, y: cost, label: dollars(cost), detail: `in ${firstYear + years}`, role: 'hero' },
        ...reportedCosts.map(({ year, low, high, of }) => ({
          x: year, y: Math.sqrt(low * high), ...(low < high ? { low, high, hasDot: false } : {}), role: 'context' as const,
          label: low < high ? `${money(low)} to ${money(high)}` : money(low), detail: of,
        })),
      ],
    },
  }
}
