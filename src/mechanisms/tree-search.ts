import { defineMechanism } from './mechanism.ts'
import { fixed, magnitude, percent } from './number-format.ts'

/** Chance that one of `width` independent proposals for a step is right. */
export const someProposalRight = (perStep: number, width: number): number => 1 - (1 - perStep) ** width

/**
 * Chance that every step of the chosen path is right. At each step the verifier recognises a right proposal with chance
 * `verifier`; otherwise one proposal is taken at random. Our own model of what o1-value ¶16–18 and ¶48 describe.
 */
export const searchSuccess = (perStep: number, width: number, verifier: number, depth: number): number =>
  (verifier * someProposalRight(perStep, width) + (1 - verifier) * perStep) ** depth

export const treeSearch = defineMechanism({
  id: 'tree-search',
  title: 'Searching a tree of reasoning steps',
  summary: 'Proposing several next steps and keeping the best raises the chance of a right path, at a price that grows with the width; the verifier sets the ceiling.',
  formula: 'P = \\bigl(v\\,(1-(1-p)^w) + (1-v)\\,p\\bigr)^{d}, \\qquad \\text{cost} = w\\,d, \\qquad \\text{paths} = w^{d}',
  parameters: {
    width: { label: 'Proposals a step', meaning: 'How many next steps are proposed at each point (width).', unit: 'proposals', min: 1, max: 16, step: 1, scale: 'linear', default: 4, format: fixed() },
    verifier: { label: 'Verifier recognises', meaning: 'Chance that a right proposal is recognised; otherwise one is taken at random.', unit: '', min: 0, max: 1, step: 0.05, scale: 'linear', default: 0.9, format: percent() },
    perStep: { label: 'Right per proposal', meaning: 'Chance that one proposed step is right.', unit: '', min: 0.1, max: 0.99, step: 0.01, scale: 'linear', default: 0.8, format: percent() },
    depth: { label: 'Steps on the path', meaning: 'How many steps lead to the answer (depth).', unit: 'steps', min: 1, max: 30, step: 1, scale: 'linear', default: 10, format: fixed() },
  },
  knobs: ['width', 'verifier'],
  outputs: {
    success: { label: 'Right path found', unit: '', format: percent() },
    unsearched: { label: 'Without search', unit: '', format: percent() },
    cost: { label: 'Proposals to generate', unit: 'proposals', format: magnitude },
    paths: { label: 'Paths in all', unit: 'paths', format: magnitude },
  },
  main: 'success',
  evaluate: ({ width, verifier, perStep, depth }) => ({
    success: searchSuccess(perStep, width, verifier, depth),
    unsearched: perStep ** depth,
    cost: width * depth,
    paths: width ** depth,
  }),
  slips: {
    'perfect-verifier': { label: 'took the verifier to be perfect', of: 'success', evaluate: ({ width, perStep, depth }) => searchSuccess(perStep, width, 1, depth) },
    'forgot-depth': { label: 'stopped after one step', of: 'success', evaluate: ({ width, verifier, perStep }) => searchSuccess(perStep, width, verifier, 1) },
    'no-search': { label: 'left the search out', of: 'success', evaluate: ({ perStep, depth }) => perStep ** depth },
    'multiplied-by-width': { label: 'multiplied the chance by the width', of: 'success', evaluate: ({ width, perStep, depth }) => Math.min(1, width * perStep ** depth) },
    'whole-answers-sampled': { label: 'sampled whole answers instead of steps', of: 'success', evaluate: ({ width, verifier, perStep, depth }) => verifier * (1 - (1 - perStep ** depth) ** width) + (1 - verifier) * perStep ** depth },
    'cost-of-all-paths': { label: 'counted every path of the tree, width to the power of depth', of: 'cost', evaluate: ({ width, depth }) => width ** depth },
    'cost-added': { label: 'added width and depth', of: 'cost', evaluate: ({ width, depth }) => width + depth },
    'paths-multiplied': { label: 'multiplied width by depth instead of raising it', of: 'paths', evaluate: ({ width, depth }) => width * depth },
    'paths-base-swapped': { label: 'raised the depth to the width', of: 'paths', evaluate: ({ width, depth }) => depth ** width },
  },
  assumptions: ['One path is kept at each step; there is no going back.', 'Proposals are independent and equally good at every step.', 'The chance per step does not change when a task is cut finer, although finer steps are meant to be easier.'],
  validity: 'An illustration of the trade of computing for reliability, not a model of o1, whose method is not published.',
  sources: [],
  claims: ['o1-automates-cot', 'o1-search-can-train', 'o1-wider-search-better', 'o1-scaling-misnomer', 'o1-harder-costs-more', 'wall-weighs-answers'],
  checkpoints: [
    { in: { width: 1 }, out: { success: 0.107374, unsearched: 0.107374, cost: 10, paths: 1 }, tolerance: 0.000001, source: 'arithmetic: 0.8^10' },
    { in: { width: 4, verifier: 1 }, out: { success: 0.984115, cost: 40, paths: 1_048_576 }, tolerance: 0.000001, source: 'arithmetic: (1 − 0.2^4)^10 and 4^10' },
  ],
  describe({ width, verifier, perStep, depth }) {
    const success = searchSuccess(perStep, width, verifier, depth)
    if (width === 1) return `A single line of thought is right ${percent()(success)} of the time; there is nothing for the verifier to choose from.`
    return `${fixed()(width)} proposals a step raise the chance of a right path from ${percent()(perStep ** depth)} to ${percent()(success)}, for ${fixed()(width)} times the computing.`
  },
})
