import { dataStock, exhaustionYear, firstDemand, stockInterval, tokensWanted } from '../../../mechanisms/data-stock.ts'
import { magnitude } from '../../../mechanisms/number-format.ts'
import { powerAbove, sampleCurve, straight, type DrawFigure } from './figure.ts'

const asYear = (value: number): string => String(Math.floor(value))

const inTrillions = (tokens: number): string => magnitude(tokens / 1e12)

export const drawDataStock: DrawFigure<'stock' | 'growth' | 'overtraining'> = (params) => {
  const { stock, growth, overtraining } = params
  const year = exhaustionYear(stock, growth, overtraining)
  const lastYear = Math.max(2030, Math.ceil(exhaustionYear(stockInterval.high, growth, overtraining)))
  const stocks = [firstDemand.year, lastYear].map((x) => ({ x, y: stock, ...stockInterval }))
  return {
    kind: 'line',
    plot: {
      title: 'Text wanted for training and text there is',
      sentence: dataStock.describe(params),
      x: { label: 'year', scale: 'linear', min: firstDemand.year, max: lastYear, format: asYear },
      y: { label: 'tokens, in trillions', scale: 'log', min: 1e11, max: Math.max(1e16, powerAbove(tokensWanted(lastYear, growth, overtraining))), format: inTrillions },
      series: [
        { label: 'largest training set', role: 'hero', points: sampleCurve((x) => tokensWanted(x, growth, overtraining), firstDemand.year, lastYear, 'linear', straight) },
        { label: 'stock of human text, with its 90% interval', role: 'context', points: stocks },
      ],
      marks: [{ x: year, y: stock, label: asYear(year), detail: `at ${magnitude(stock)} tokens`, role: 'hero' }],
    },
  }
}
