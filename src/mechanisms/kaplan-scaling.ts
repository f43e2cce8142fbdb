import { defineMechanism } from './mechanism.ts'
import { fixed, magnitude, percent, times } from './number-format.ts'

/** Fitted constants of arXiv 2001.08361, Sec. 1.2: non-embedding parameters, tokens, PF-days of optimally used compute. */
export const kaplan = { parameters: { scale: 8.8e13, exponent: 0.076 }, tokens: { scale: 5.4e13, exponent: 0.095 }, compute: { scale: 3.1e8, exponent: 0.05 } } as const

/** Test loss in nats a token when only the given resource is short. */
export const kaplanLoss = (resource: keyof typeof kaplan, amount: number): number => (kaplan[resource].scale / amount) ** kaplan[resource].exponent

/** Exponents of arXiv 2001.08361, Secs. 1.1–1.2: how the best model size and its data grow with compute. */
const modelExponent = 0.73
const dataExponent = 0.27

/** How many times the model and its data grow at best with so many times the compute, after Kaplan and others. */
export const bestGrowth = (factor: number): { model: number, data: number } => ({ model: factor ** modelExponent, data: factor ** dataExponent })
/** The same after Hoffmann and others: both in equal proportion (arXiv 2203.15556, abstract). */
export const equalGrowth = (factor: number): number => Math.sqrt(factor)

export const kaplanScaling = defineMechanism({
  id: 'kaplan-scaling',
  title: 'The scaling laws of 2020',
  summary: 'Test loss falls as a small power of computing, parameters or data: each tenfold buys the same proportion, so the price of a step grows tenfold.',
  formula: 'L(C) = \\Bigl(\\frac{C_c}{C}\\Bigr)^{0.050}, \\quad L(N) = \\Bigl(\\frac{N_c}{N}\\Bigr)^{0.076}, \\quad L(D) = \\Bigl(\\frac{D_c}{D}\\Bigr)^{0.095}',
  parameters: {
    compute: { label: 'Computing', meaning: 'Training compute, used as well as possible; a PF-day is 86.4 quintillion operations.', unit: 'PF-days', min: 1e-6, max: 1e4, step: 0.1, scale: 'log', default: 1, format: magnitude },
    factor: { label: 'Times as much', meaning: 'By what factor the resource is raised.', unit: '', min: 1, max: 1e4, step: 0.1, scale: 'log', default: 10, format: times },
    parameters: { label: 'Parameters', meaning: 'Non-embedding parameters of the model, data not being short.', unit: 'parameters', min: 1e3, max: 1e12, step: 0.1, scale: 'log', default: 1e9, format: magnitude },
    tokens: { label: 'Tokens', meaning: 'Training tokens, the model being large enough.', unit: 'tokens', min: 1e7, max: 1e12, step: 0.1, scale: 'log', default: 1e10, format: magnitude },
  },
  knobs: ['compute', 'factor'],
  outputs: {
    saved: { label: 'Loss taken away', unit: '', format: percent(1) },
    loss: { label: 'Loss now', unit: 'nats a token', format: fixed(2) },
    lossAfter: { label: 'Loss after', unit: 'nats a token', format: fixed(2) },
    modelGrowth: { label: 'Best model grows', unit: '', format: times },
    dataGrowth: { label: 'Its data grows', unit: '', format: times },
    lossByParameters: { label: 'Loss by parameters alone', unit: 'nats a token', format: fixed(2) },
    lossByTokens: { label: 'Loss by data alone', unit: 'nats a token', format: fixed(2) },
    savedByParameters: { label: 'Loss taken away, parameters alone', unit: '', format: percent(1) },
    savedByTokens: { label: 'Loss taken away, data alone', unit: '', format: percent(1) },
  },
  main: 'saved',
  evaluate: ({ compute, factor, parameters, tokens }) => ({
    saved: 1 - factor ** -kaplan.compute.exponent,
    loss: kaplanLoss('compute', compute),
    lossAfter: kaplanLoss('compute', compute * factor),
    modelGrowth: bestGrowth(factor).model,
    dataGrowth: bestGrowth(factor).data,
    lossByParameters: kaplanLoss('parameters', parameters),
    lossByTokens: kaplanLoss('tokens', tokens),
    savedByParameters: 1 - factor ** -kaplan.parameters.exponent,
    savedByTokens: 1 - factor ** -kaplan.tokens.exponent,
  }),
  slips: {
    'exponent-as-share': { label: 'read the exponent as the share saved', of: 'saved', evaluate: () => kaplan.compute.exponent },
    'forgot-exponent': { label: 'let the loss fall in proportion', of: 'saved', evaluate: ({ factor }) => 1 - 1 / factor },
    'kept-for-saved': { label: 'gave what remains of the loss', of: 'saved', evaluate: ({ factor }) => factor ** -kaplan.compute.exponent },
    'exponent-of-parameters': { label: 'took the exponent of the parameters', of: 'saved', evaluate: ({ factor }) => 1 - factor ** -kaplan.parameters.exponent },
    'added-each-tenfold': { label: 'added the first tenfold again for each further one', of: 'saved', evaluate: ({ factor }) => Math.log10(factor) * (1 - 10 ** -kaplan.compute.exponent) },
    'divided-by-factor': { label: 'divided the loss by the factor', of: 'lossAfter', evaluate: ({ compute, factor }) => kaplanLoss('compute', compute) / factor },
    'subtracted-exponent': { label: 'subtracted the exponent from the loss', of: 'lossAfter', evaluate: ({ compute }) => kaplanLoss('compute', compute) - kaplan.compute.exponent },
    'model-in-proportion': { label: 'let the model grow with all the computing', of: 'modelGrowth', evaluate: ({ factor }) => factor },
    'model-by-half': { label: 'split the computing evenly, as Hoffmann found later', of: 'modelGrowth', evaluate: ({ factor }) => equalGrowth(factor) },
    'data-by-half': { label: 'split the computing evenly, as Hoffmann found later', of: 'dataGrowth', evaluate: ({ factor }) => equalGrowth(factor) },
    'data-for-model': { label: 'gave the growth of the model', of: 'dataGrowth', evaluate: ({ factor }) => bestGrowth(factor).model },
    'parameters-in-proportion': { label: 'let the loss fall in proportion', of: 'savedByParameters', evaluate: ({ factor }) => 1 - 1 / factor },
    'parameters-as-compute': { label: 'took the exponent of compute', of: 'savedByParameters', evaluate: ({ factor }) => 1 - factor ** -kaplan.compute.exponent },
    'parameters-kept': { label: 'gave what remains of the loss', of: 'savedByParameters', evaluate: ({ factor }) => factor ** -kaplan.parameters.exponent },
    'tokens-in-proportion': { label: 'let the loss fall in proportion', of: 'savedByTokens', evaluate: ({ factor }) => 1 - 1 / factor },
    'tokens-as-parameters': { label: 'took the exponent of the parameters', of: 'savedByTokens', evaluate: ({ factor }) => 1 - factor ** -kaplan.parameters.exponent },
  },
  assumptions: ['Each law holds alone: the other resources are not short.', 'Compute is divided in the best way that the paper found.'],
  validity: 'WebText2 with the tokenizer of the paper: the losses cannot be compared with those of other papers. The trend must flatten before the loss reaches zero, as the paper says.',
  sources: [{ identifier: 'arXiv 2001.08361, Secs. 1.1 and 1.2', mark: 'V' }, { identifier: 'arXiv 2203.15556, abstract and Sec. 1, for the later advice', mark: 'V' }],
  claims: ['limits-size-and-data', 'limits-log-linear', 'limits-multimodal', 'route-gpt3-scale', 'route-larger-compresses', 'orion-test-case', 'wall-three-inputs', 'wall-exponential-data', 'wall-returns'],
  checkpoints: [
    { in: { compute: 1 }, out: { loss: 2.659 }, tolerance: 0.001, source: 'arXiv 2001.08361, Sec. 1.2: (3.1e8)^0.050' },
    { in: { factor: 2 }, out: { savedByParameters: 0.0513 }, tolerance: 0.0005, source: 'arXiv 2001.08361, Sec. 1.1: twice the parameters multiply the loss by 2^−0.076 = 0.95' },
    { in: { factor: 10 }, out: { saved: 0.10875, modelGrowth: 5.37, dataGrowth: 1.862 }, tolerance: 0.001, source: 'arithmetic on the exponents of arXiv 2001.08361' },
    { in: { factor: 10 }, out: { modelGrowth: 5.5, dataGrowth: 1.8 }, tolerance: 0.15, source: 'arXiv 2203.15556, Sec. 1, on Kaplan: model 5.5 times, tokens 1.8 times' },
  ],
  describe({ compute, factor }) {
    const [before, after] = [kaplanLoss('compute', compute), kaplanLoss('compute', compute * factor)]
    if (factor < 1.05) return `With ${magnitude(compute)} PF-days the law gives a loss of ${fixed(2)(before)} nats a token.`
    return `${times(factor)} the computing takes ${percent(1)(1 - after / before)} off the loss: from ${fixed(2)(before)} to ${fixed(2)(after)} nats a token.`
  },
})
