import { bestTokensPerParameter, chinchillaLoss, chinchillaLossOf, printedFit, refit, trainingOperations, type LossFit } from '../../../mechanisms/chinchilla-loss.ts'
import { fixed, magnitude, short } from '../../../mechanisms/number-format.ts'
import { powerAbove, powerBelow, sampleCurve, type DrawFigure } from './figure.ts'

/** Loss for the same computing divided otherwise between model and data. */
const lossAtRatio = (fit: LossFit, operations: number, ratio: number): number => {
  const parameters = Math.sqrt(operations / 6 / ratio)
  return chinchillaLossOf(fit, parameters, ratio * parameters)
}

export const drawChinchillaLoss: DrawFigure<'parameters' | 'tokens'> = (params) => {
  const { parameters, tokens } = params
  const operations = trainingOperations(parameters, tokens)
  const ratio = tokens / parameters
  const best = { refit: bestTokensPerParameter(refit, operations), printed: bestTokensPerParameter(printedFit, operations) }
  const min = Math.min(0.1, powerBelow(ratio))
  const max = Math.max(10_000, powerAbove(ratio))
  const lowest = lossAtRatio(printedFit, operations, best.printed)
  const curve = (fit: LossFit) => sampleCurve((x) => lossAtRatio(fit, operations, x), min, max, 'log', 49)
  const curves = { refit: curve(refit), printed: curve(printedFit) }
  const highest = Math.max(...[...curves.refit, ...curves.printed].map((point) => point.y))
  const loss = chinchillaLossOf(refit, parameters, tokens)
  return {
    kind: 'line',
    plot: {
      title: 'Loss for one amount of computing, by tokens a parameter',
      sentence: chinchillaLoss.describe(params),
      x: { label: 'tokens a parameter, same computing', scale: 'log', min, max, format: (value) => (value < 0.01 ? `1/${short(1 / value)}` : short(value)) },
      y: { label: 'loss, nats a token', scale: 'linear', min: lowest - (highest - lowest) / 4, max: highest + (highest - lowest) / 4, format: fixed(2) },
      series: [
        { label: 'fitted again', role: 'hero', points: curves.refit },
        { label: 'as printed', role: 'context', dash: 'dashed', points: curves.printed },
      ],
      marks: [
        { x: ratio, y: loss, label: `${magnitude(ratio)} tokens a parameter`, detail: `loss ${fixed(2)(loss)}; best at ${magnitude(best.refit)}`, role: 'hero' },
        { x: best.printed, y: lowest, label: `best at ${magnitude(best.printed)}`, role: 'context' },
      ],
    },
  }
}
