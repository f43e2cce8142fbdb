import { costAfter, costGrowth, firstYear, reportedCosts, trainingCost } from '../../../mechanisms/training-cost.ts'
import { dollars, short } from '../../../mechanisms/number-format.ts'
import { powerAbove, sampleCurve, type DrawFigure } from './figure.ts'

const money = (value: number): string => `$${short(value)}`

export const drawTrainingCost: DrawFigure<'growth' | 'first' | 'years'> = (params) => {
  const { growth, first, years } = params
  const lastYear = firstYear + Math.max(8, years)
  const cost = costAfter(first, growth, years)
  const points = sampleCurve((year) => costAfter(first, growth, year - firstYear), firstYear, lastYear, 'linear')
    .map((point) => ({ ...point, low: costAfter(first, Math.min(growth, costGrowth.low), point.x - firstYear), high: costAfter(first, Math.max(growth, costGrowth.high), point.x - firstYear) }))
  const top = powerAbove(Math.max(1e12, ...points.map((point) => point.high)))
  return {
    kind: 'line',
    plot: {
      title: 'Cost of training the dearest model',
      sentence: trainingCost.describe(params),
      x: { label: 'year', scale: 'linear', min: firstYear, max: lastYear, format: (year) => String(Math.floor(year)) },
      y: { label: 'US dollars', scale: 'log', min: 1e5, max: top, format: money },
      series: [{ label: 'trend, with its 90% interval', role: 'hero', points }],
      marks: [
        { x: firstYear + years, y: cost, label: dollars(cost), detail: `in ${firstYear + years} by the trend`, role: 'hero' },
        ...reportedCosts.map(({ year, low, high, paragraph }) => ({
          x: year, y: Math.sqrt(low * high), ...(low < high ? { low, high, hasDot: false } : {}), role: 'context' as const,
          label: low < high ? `${money(low)} to ${money(high)}` : money(low), detail: `article ¶${paragraph}`,
        })),
      ],
    },
  }
}
