import { defineMechanism } from './mechanism.ts'
import { fixed, magnitude } from './number-format.ts'

export interface LossFit { readonly e: number; readonly a: number; readonly b: number; readonly alpha: number; readonly beta: number }

/** As printed: arXiv 2203.15556, App. D, eq. 10 (approach 3). */
export const printedFit: LossFit = { e: 1.69, a: 406.4, b: 410.7, alpha: 0.34, beta: 0.28 }
/** Fitted again to the same runs: arXiv 2404.10102. */
export const refit: LossFit = { e: 1.8169, a: 482.01, b: 2085.43, alpha: 0.3478, beta: 0.3658 }

/** Loss in nats a token for a model of so many parameters trained on so many tokens. */
export const chinchillaLossOf = (fit: LossFit, parameters: number, tokens: number): number => fit.e + fit.a / parameters ** fit.alpha + fit.b / tokens ** fit.beta

/** Training operations, by the usual rule of six an parameter and token. */
export const trainingOperations = (parameters: number, tokens: number): number => 6 * parameters * tokens

/**
 * Tokens a parameter at the lowest loss for the given operations C = 6 N D.
 * From dL/dN = 0 along constant C: N = G (C/6)^(β/(α+β)) with G = (αA / βB)^(1/(α+β)) (arXiv 2203.15556, eq. 4).
 */
export function bestTokensPerParameter(fit: LossFit, operations: number): number {
  const product = operations / 6
  const g = ((fit.alpha * fit.a) / (fit.beta * fit.b)) ** (1 / (fit.alpha + fit.beta))
  const parameters = g * product ** (fit.beta / (fit.alpha + fit.beta))
  return product / parameters ** 2
}

export const chinchillaLoss = defineMechanism({
  id: 'chinchilla-loss',
  title: 'Chinchilla: model and data together',
  summary: 'Loss has a floor and two terms, one for a model too small and one for too little data. The same runs fitted twice imply very different diets.',
  formula: 'L(N, D) = E + \\frac{A}{N^{\\alpha}} + \\frac{B}{D^{\\beta}}, \\qquad C \\approx 6\\,N D',
  parameters: {
    parameters: { label: 'Parameters', meaning: 'Size of the model.', unit: 'parameters', min: 1e8, max: 1e13, step: 0.05, scale: 'log', default: 7e10, format: magnitude },
    tokens: { label: 'Training tokens', meaning: 'Tokens read in training, each once.', unit: 'tokens', min: 1e9, max: 1e15, step: 0.05, scale: 'log', default: 1.4e12, format: magnitude },
  },
  knobs: ['parameters', 'tokens'],
  outputs: {
    perParameter: { label: 'Tokens a parameter', unit: 'tokens', format: magnitude },
    lossRefit: { label: 'Loss, fitted again', unit: 'nats a token', format: fixed(2) },
    lossPrinted: { label: 'Loss, as printed', unit: 'nats a token', format: fixed(2) },
    bestRefit: { label: 'Best tokens a parameter, fitted again', unit: 'tokens', format: magnitude },
    bestPrinted: { label: 'Best tokens a parameter, as printed', unit: 'tokens', format: magnitude },
    operations: { label: 'Training operations', unit: 'FLOP', format: magnitude },
  },
  main: 'perParameter',
  evaluate({ parameters, tokens }) {
    const operations = trainingOperations(parameters, tokens)
    return {
      perParameter: tokens / parameters,
      lossRefit: chinchillaLossOf(refit, parameters, tokens),
      lossPrinted: chinchillaLossOf(printedFit, parameters, tokens),
      bestRefit: bestTokensPerParameter(refit, operations),
      bestPrinted: bestTokensPerParameter(printedFit, operations),
      operations,
    }
  },
  slips: {
    'parameters-per-token': { label: 'divided the wrong way round', of: 'perParameter', evaluate: ({ parameters, tokens }) => parameters / tokens },
    'six-times': { label: 'kept the six of the operations', of: 'perParameter', evaluate: ({ parameters, tokens }) => (6 * tokens) / parameters },
    'thousand-lost': { label: 'took a trillion for a hundred billion', of: 'perParameter', evaluate: ({ parameters, tokens }) => tokens / parameters / 10 },
    'no-floor': { label: 'left out the floor E', of: 'lossRefit', evaluate: ({ parameters, tokens }) => chinchillaLossOf(refit, parameters, tokens) - refit.e },
    'exponents-swapped': { label: 'swapped the two exponents', of: 'lossRefit', evaluate: ({ parameters, tokens }) => chinchillaLossOf({ ...refit, alpha: refit.beta, beta: refit.alpha }, parameters, tokens) },
    'printed-constants': { label: 'used the printed constants', of: 'lossRefit', evaluate: ({ parameters, tokens }) => chinchillaLossOf(printedFit, parameters, tokens) },
    'model-term-only': { label: 'left out the term for the data', of: 'lossRefit', evaluate: ({ parameters }) => refit.e + refit.a / parameters ** refit.alpha },
    'operations-without-six': { label: 'left out the factor of six', of: 'operations', evaluate: ({ parameters, tokens }) => parameters * tokens },
    'operations-two': { label: 'counted the forward pass only: two instead of six', of: 'operations', evaluate: ({ parameters, tokens }) => 2 * parameters * tokens },
    'operations-added': { label: 'added parameters and tokens', of: 'operations', evaluate: ({ parameters, tokens }) => 6 * (parameters + tokens) },
  },
  assumptions: ['Every token is new; none is read twice.', 'Training takes six operations a parameter and token.', 'Only training is counted, not the cost of answering.'],
  validity: 'Fitted on models of 70 million to 16 billion parameters and 5 to 500 billion tokens; beyond that it is extrapolated. The losses belong to their own data set and tokenizer.',
  sources: [{ identifier: 'arXiv 2203.15556, App. D, eq. 10', mark: 'V' }, { identifier: 'arXiv 2404.10102; repository epoch-research/analyzing-chinchilla', mark: 'V' }],
  claims: ['limits-size-and-data', 'route-gpt3-scale', 'route-both-factors', 'orion-test-case', 'wall-three-inputs'],
  checkpoints: [
    { in: {}, out: { perParameter: 20 }, tolerance: 1e-9, source: 'arXiv 2203.15556, Table 1: 1.4 trillion tokens for 70 billion parameters' },
    { in: {}, out: { bestRefit: 20 }, tolerance: 3, source: 'epochai.org replication: about 20 tokens a parameter' },
    { in: {}, out: { lossPrinted: 1.936, lossRefit: 1.975 }, tolerance: 0.005, source: 'arithmetic on the constants of arXiv 2203.15556 and arXiv 2404.10102' },
    { in: { parameters: 1.75e11, tokens: 3e11 }, out: { operations: 3.15e23 }, tolerance: 0.02e23, source: 'arXiv 2005.14165, Table D.1: 3.14e23 for GPT-3' },
  ],
  describe({ parameters, tokens }) {
    const operations = trainingOperations(parameters, tokens)
    return `${magnitude(tokens / parameters)} tokens a parameter; for this computing the fit made again asks for ${magnitude(bestTokensPerParameter(refit, operations))}, the printed constants for ${magnitude(bestTokensPerParameter(printedFit, operations))}.`
  },
})
