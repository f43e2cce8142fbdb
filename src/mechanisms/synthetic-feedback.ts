import { defineMechanism } from './mechanism.ts'
import { fixed, percent } from './number-format.ts'

/**
 * Expected variance left when each generation of models is fitted (by maximum likelihood, a Gaussian) to `samples` draws
 * from the one before: every fit loses a factor 1 − 1/n. Relative to the first model.
 */
export const varianceWhenReplaced = (generations: number, samples: number): number => (1 - 1 / samples) ** generations

/**
 * The same when each generation's draws are added to all data so far. With N = k n draws in the pool, the expected factor
 * of the next fit is 1 − 1/(k² n): the product stays above sin(π/√n)/(π/√n), as arXiv 2404.01413 finds a bound for errors.
 */
export function varianceWhenAccumulated(generations: number, samples: number): number {
  let left = 1
  for (let k = 2; k <= generations + 1; k++) left *= 1 - 1 / (k * k * samples)
  return left
}

export const syntheticFeedback = defineMechanism({
  id: 'synthetic-feedback',
  title: 'Models fed on models',
  summary: 'Train each model only on the last one’s output and variety drains away; keep the real data beside it and the loss has a bound.',
  formula: 'V_g = \\Bigl(1-\\frac1n\\Bigr)^{g} \\quad\\text{or}\\quad V_g = \\prod_{k=2}^{g+1}\\Bigl(1-\\frac{1}{k^2 n}\\Bigr)',
  parameters: {
    generations: { label: 'Generations', meaning: 'How many times a model is trained on model output.', unit: 'generations', min: 0, max: 50, step: 1, scale: 'linear', default: 20, format: fixed() },
    samples: { label: 'Samples each', meaning: 'How many samples each model is fitted to.', unit: 'samples', min: 2, max: 200, step: 1, scale: 'linear', default: 20, format: fixed() },
  },
  knobs: ['generations', 'samples'],
  outputs: {
    replaced: { label: 'Variety left if replaced', unit: '', format: percent() },
    accumulated: { label: 'Variety left if kept', unit: '', format: percent() },
    halfLife: { label: 'Half is lost after, if replaced', unit: 'generations', format: fixed(1) },
  },
  main: 'replaced',
  evaluate: ({ generations, samples }) => ({
    replaced: varianceWhenReplaced(generations, samples),
    accumulated: varianceWhenAccumulated(generations, samples),
    halfLife: Math.log(0.5) / Math.log(1 - 1 / samples),
  }),
  slips: {
    'subtracted-each-time': { label: 'subtracted 1/n a generation instead of multiplying', of: 'replaced', evaluate: ({ generations, samples }) => Math.max(0, 1 - generations / samples) },
    'one-generation': { label: 'counted one generation only', of: 'replaced', evaluate: ({ samples }) => 1 - 1 / samples },
    'lost-for-left': { label: 'gave what is lost', of: 'replaced', evaluate: ({ generations, samples }) => 1 - varianceWhenReplaced(generations, samples) },
    'accumulated-instead': { label: 'kept the real data', of: 'replaced', evaluate: ({ generations, samples }) => varianceWhenAccumulated(generations, samples) },
    'replaced-instead': { label: 'threw the earlier data away', of: 'accumulated', evaluate: ({ generations, samples }) => varianceWhenReplaced(generations, samples) },
    'nothing-lost': { label: 'let kept data protect against every loss', of: 'accumulated', evaluate: () => 1 },
    'diluted-once': { label: 'spread a single loss over all generations', of: 'accumulated', evaluate: ({ generations, samples }) => 1 - 1 / (samples * (generations + 1)) },
    'half-life-of-n': { label: 'took half of n generations', of: 'halfLife', evaluate: ({ samples }) => samples / 2 },
    'half-life-all-n': { label: 'took n generations', of: 'halfLife', evaluate: ({ samples }) => samples },
  },
  assumptions: ['The model is one Gaussian fitted by maximum likelihood; its variance stands in for variety.', 'Values are expectations: single runs scatter.', 'No output is selected or checked before it is fed back.'],
  validity: 'The smallest case in which both published findings show. Language models lose their tails in richer ways, and selected synthetic data can help.',
  sources: [{ identifier: 'arXiv 2305.17493; doi 10.1038/s41586-024-07566-y', mark: 'V' }, { identifier: 'arXiv 2404.01413, abstract', mark: 'V' }],
  claims: ['orion-synthetic-training', 'orion-resemblance', 'wall-synthetic-limited', 'orion-common-sense-stalled'],
  checkpoints: [
    { in: { generations: 20, samples: 20 }, out: { replaced: 0.358486 }, tolerance: 0.000001, source: 'arithmetic: 0.95^20' },
    { in: { generations: 1, samples: 10 }, out: { replaced: 0.9, accumulated: 0.975 }, tolerance: 1e-12, source: 'arithmetic: 1 − 1/10 and 1 − 1/40' },
    { in: { generations: 50, samples: 20 }, out: { accumulated: 0.9692 }, tolerance: 0.001, source: 'a bound exists when data accumulate (arXiv 2404.01413, abstract); here it is sin(x)/x divided by 0.95 at x = π over the square root of 20, 0.9683' },
  ],
  describe({ generations, samples }) {
    if (generations === 0) return 'The first model has seen only real data: nothing is lost yet.'
    return `After ${fixed()(generations)} ${generations === 1 ? 'generation' : 'generations'} of ${fixed()(samples)} samples, ${percent()(varianceWhenReplaced(generations, samples))} of the variety is left if output replaces the data, ${percent()(varianceWhenAccumulated(generations, samples))} if it is added to them.`
  },
})
