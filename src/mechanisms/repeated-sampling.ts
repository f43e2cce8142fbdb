import { defineMechanism } from './mechanism.ts'
import { fixed, magnitude, percent } from './number-format.ts'

/** Share of problems that at least one of `samples` attempts solves: the exponentiated power law of arXiv 2407.21787. */
export const coverageAt = (samples: number, a: number, b: number): number => Math.exp(-a * samples ** -b)

/** The same share if every problem were equally hard. */
export const equalDifficultyCoverage = (samples: number, single: number): number => 1 - (1 - single) ** samples

/** Share solved when a checker finds the right sample with chance `checker` and otherwise one is drawn at random. */
export const solvedShare = (coverage: number, single: number, checker: number): number => checker * coverage + (1 - checker) * single

/**
 * Unbiased estimate of pass@k from `drawn` samples of which `right` are right: 1 − C(n−c, k) / C(n, k), as a product so that
 * nothing overflows (arXiv 2107.03374; openai/human-eval, evaluation.py).
 * @throws RangeError unless 0 ≤ right ≤ drawn and 1 ≤ k ≤ drawn
 */
export function passAtK(drawn: number, right: number, k: number): number {
  if (right < 0 || right > drawn || k < 1 || k > drawn) throw new RangeError(`pass@${k} is not defined for ${right} right of ${drawn}`)
  if (drawn - right < k) return 1
  let allWrong = 1
  for (let i = 0; i < k; i++) allWrong *= (drawn - right - i) / (drawn - i)
  return 1 - allWrong
}

const drawnHeld = (drawn: number, samples: number) => Math.max(1, Math.min(drawn, samples))

export const repeatedSampling = defineMechanism({
  id: 'repeated-sampling',
  title: 'Asking again and again',
  summary: 'Many samples solve more problems than one, slowly, because problems differ in difficulty; and someone must tell which sample is right.',
  formula: 'c(k) = e^{-a\\,k^{-b}}, \\qquad \\text{pass@}k = 1 - \\binom{n-c}{k}\\Big/\\binom{n}{k}',
  parameters: {
    samples: { label: 'Samples a problem', meaning: 'How many answers are drawn for each problem (k).', unit: 'samples', min: 1, max: 10_000, step: 0.1, scale: 'log', whole: true, default: 250, format: fixed() },
    checker: { label: 'Checker finds it', meaning: 'Chance that a right answer among the samples is recognised; otherwise one sample is taken at random.', unit: '', min: 0, max: 1, step: 0.05, scale: 'linear', default: 0.5, format: percent() },
    a: { label: 'Hardness a', meaning: 'Sets how many problems one sample solves: exp(−a).', unit: '', min: 0.2, max: 9, step: 0.1, scale: 'linear', default: 1.84, format: fixed(2) },
    b: { label: 'Exponent b', meaning: 'How fast coverage grows; smaller when difficulties are more unequal.', unit: '', min: 0.05, max: 1, step: 0.01, scale: 'linear', default: 0.21, format: fixed(2) },
    drawn: { label: 'Answers drawn (n)', meaning: 'Answers to one problem from which pass@k is estimated.', unit: 'answers', min: 1, max: 10_000, step: 0.1, scale: 'log', whole: true, default: 1000, format: fixed() },
    rightShare: { label: 'Of these, right', meaning: 'Share of the drawn answers that are right (c out of n).', unit: '', min: 0, max: 1, step: 0.01, scale: 'linear', default: 0.01, format: percent() },
  },
  knobs: ['samples', 'checker'],
  outputs: {
    coverage: { label: 'A right answer is among them', unit: '', format: percent() },
    solved: { label: 'A right answer is chosen', unit: '', format: percent() },
    single: { label: 'One sample alone', unit: '', format: percent() },
    equalDifficulty: { label: 'If all problems were equally hard', unit: '', format: percent() },
    passAtK: { label: 'Estimated pass@k of one problem', unit: '', format: percent() },
  },
  main: 'coverage',
  evaluate({ samples, checker, a, b, drawn, rightShare }) {
    const coverage = coverageAt(samples, a, b)
    const single = coverageAt(1, a, b)
    const n = Math.round(drawn)
    return {
      coverage, single,
      solved: solvedShare(coverage, single, checker),
      equalDifficulty: equalDifficultyCoverage(samples, single),
      passAtK: passAtK(n, Math.round(rightShare * n), drawnHeld(n, Math.round(samples))),
    }
  },
  slips: {
    'equal-difficulty': { label: 'treated all problems as equally hard', of: 'coverage', evaluate: ({ samples, a, b }) => equalDifficultyCoverage(samples, coverageAt(1, a, b)) },
    'multiplied-by-samples': { label: 'multiplied the single-sample share by the number of samples', of: 'coverage', evaluate: ({ samples, a, b }) => Math.min(1, samples * coverageAt(1, a, b)) },
    'forgot-exponent': { label: 'left out the exponent b', of: 'coverage', evaluate: ({ samples, a }) => coverageAt(samples, a, 1) },
    'single-sample': { label: 'took the share of one sample', of: 'coverage', evaluate: ({ a, b }) => coverageAt(1, a, b) },
    'gap-to-one': { label: 'gave the share that stays unsolved', of: 'coverage', evaluate: ({ samples, a, b }) => 1 - coverageAt(samples, a, b) },
    'perfect-checker': { label: 'took coverage for what is chosen: forgot the checker', of: 'solved', evaluate: ({ samples, a, b }) => coverageAt(samples, a, b) },
    'checker-only-multiplied': { label: 'multiplied coverage by the checker and forgot lucky draws', of: 'solved', evaluate: ({ samples, checker, a, b }) => checker * coverageAt(samples, a, b) },
    'drawn-with-replacement': { label: 'used 1 − (1 − c/n)^k, as if answers were drawn with replacement', of: 'passAtK', evaluate: ({ samples, drawn, rightShare }) => 1 - (1 - Math.round(rightShare * Math.round(drawn)) / Math.round(drawn)) ** samples },
    'pass-at-one': { label: 'took the share of right answers, pass@1', of: 'passAtK', evaluate: ({ rightShare }) => rightShare },
  },
  assumptions: ['Coverage follows the exponentiated power law that was fitted to several benchmarks.', 'The defaults for a and b are our own fit through two published points.', 'A checker either recognises a right answer or leaves a random draw.'],
  validity: 'Fitted over four orders of magnitude of samples; beyond that the curve is a guess. Without a checker the growth of coverage is of little use.',
  sources: [{ identifier: 'arXiv 2407.21787, abstract and Sec. 1', mark: 'V' }, { identifier: 'arXiv 2107.03374; repository openai/human-eval', mark: 'V' }],
  claims: ['orion-answer-time-compute', 'orion-new-dimension', 'wall-inference-room', 'wall-weighs-answers'],
  checkpoints: [
    { in: { samples: 1 }, out: { coverage: 0.159 }, tolerance: 0.001, source: 'arXiv 2407.21787, abstract: 15.9% with one sample' },
    { in: { samples: 250 }, out: { coverage: 0.56 }, tolerance: 0.005, source: 'arXiv 2407.21787, abstract: 56% with 250 samples' },
    { in: { samples: 5, drawn: 10, rightShare: 0.3 }, out: { passAtK: 0.916667 }, tolerance: 0.00001, source: 'arXiv 2107.03374: 1 − C(7,5)/C(10,5) = 1 − 21/252' },
    { in: { samples: 9, drawn: 10, rightShare: 0.2 }, out: { passAtK: 1 }, tolerance: 0, source: 'openai/human-eval: 1 when fewer than k are wrong' },
  ],
  describe({ samples, checker, a, b }) {
    const coverage = coverageAt(samples, a, b)
    const single = coverageAt(1, a, b)
    if (Math.round(samples) === 1) return `One sample solves ${percent()(single)} of the problems.`
    return `Among ${magnitude(Math.round(samples))} samples a right answer turns up for ${percent()(coverage)} of the problems; a checker that finds it ${percent()(checker)} of the time turns that into ${percent()(solvedShare(coverage, single, checker))}.`
  },
})
