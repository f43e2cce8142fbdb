import { defineMechanism } from './mechanism.ts'
import { fixed, percent, percentUpTo } from './number-format.ts'

/** Chance that all `steps` succeed when each does with chance `perStep`, independently. */
export const chainSuccess = (perStep: number, steps: number): number => perStep ** steps

/** Number of steps after which the chance of success has fallen to one half (arXiv 2505.05115 speaks of a half-life). */
export const halfLifeSteps = (perStep: number): number => Math.log(0.5) / Math.log(perStep)

export const stepSuccess = defineMechanism({
  id: 'step-success',
  title: 'Success over many steps',
  summary: 'A task of several steps is done only if every step is. Small chances of error multiply.',
  formula: 'P = p^{\\,n}, \\qquad n_{1/2} = \\frac{\\ln \\tfrac12}{\\ln p}',
  parameters: {
    perStep: { label: 'Right per step', meaning: 'Chance that one step is done right.', unit: '', min: 0.5, max: 0.995, step: 0.005, scale: 'linear', default: 0.95, format: percentUpTo(1) },
    steps: { label: 'Steps in the task', meaning: 'How many steps must all succeed.', unit: 'steps', min: 1, max: 50, step: 1, scale: 'linear', default: 10, format: fixed() },
  },
  knobs: ['perStep', 'steps'],
  outputs: {
    success: { label: 'Task done', unit: '', format: percent() },
    failure: { label: 'Task failed', unit: '', format: percent() },
    halfLife: { label: 'Steps until success is one half', unit: 'steps', format: fixed(1) },
  },
  main: 'success',
  evaluate({ perStep, steps }) {
    const success = chainSuccess(perStep, steps)
    return { success, failure: 1 - success, halfLife: halfLifeSteps(perStep) }
  },
  slips: {
    'subtracted-errors': { label: 'subtracted the error once a step instead of multiplying', of: 'success', evaluate: ({ perStep, steps }) => Math.max(0, 1 - steps * (1 - perStep)) },
    'forgot-exponent': { label: 'took the chance of one step for the whole task', of: 'success', evaluate: ({ perStep }) => perStep },
    'one-step-less': { label: 'multiplied one time too few', of: 'success', evaluate: ({ perStep, steps }) => chainSuccess(perStep, steps - 1) },
    'chance-of-failure': { label: 'gave the chance of failing', of: 'success', evaluate: ({ perStep, steps }) => 1 - chainSuccess(perStep, steps) },
    'at-least-one': { label: 'asked that one step succeed rather than all', of: 'success', evaluate: ({ perStep, steps }) => 1 - (1 - perStep) ** steps },
    'failure-of-all': { label: 'multiplied the errors: the chance that every step fails', of: 'failure', evaluate: ({ perStep, steps }) => (1 - perStep) ** steps },
    'failure-added': { label: 'added the errors up', of: 'failure', evaluate: ({ perStep, steps }) => Math.min(1, steps * (1 - perStep)) },
    'half-life-linear': { label: 'divided one half by the error of a step', of: 'halfLife', evaluate: ({ perStep }) => 0.5 / (1 - perStep) },
    'half-life-inverse': { label: 'took one step in so many to fail as the half-life', of: 'halfLife', evaluate: ({ perStep }) => 1 / (1 - perStep) },
  },
  assumptions: ['Every step has the same chance of success.', 'Steps fail independently of each other.', 'No step is checked or repeated, and one failure spoils the task.'],
  validity: 'Any chain of steps without correction. Agents that notice and repair their errors do better; errors that depend on each other change the curve.',
  sources: [{ identifier: 'arXiv 2505.05115, abstract: on the METR tasks success falls exponentially with length', mark: 'V' }],
  claims: ['o1-errors-compound', 'o1-agents-unready', 'o1-complex-agents-lag', 'wall-agents-shift', 'wall-operator'],
  checkpoints: [
    { in: { perStep: 0.95, steps: 10 }, out: { success: 0.5987, failure: 0.4013 }, tolerance: 0.00005, source: 'o1-value ¶23 gives 59%, cut off; the arithmetic is 0.5987' },
    { in: { perStep: 0.95 }, out: { halfLife: 13.513 }, tolerance: 0.001, source: 'arithmetic: ln 0.5 / ln 0.95' },
    { in: { perStep: 0.99, steps: 50 }, out: { success: 0.605 }, tolerance: 0.0005, source: 'arithmetic' },
  ],
  describe({ perStep, steps }) {
    const success = chainSuccess(perStep, steps)
    const half = halfLifeSteps(perStep)
    return `${percentUpTo(1)(perStep)} a step leaves ${percent()(success)} after ${fixed()(steps)} ${steps === 1 ? 'step' : 'steps'}; one half is reached ${half < 1 ? 'within the first step' : `after ${fixed(1)(half)} steps`}.`
  },
})
