import { defineMechanism } from './mechanism.ts'
import { fixed, magnitude, percent, times } from './number-format.ts'

/** Distinct items met in so many tokens: Heaps' law, IR book, Sec. 5.1.1. */
export const distinctItems = (tokens: number, k: number, b: number): number => k * tokens ** b

/** Share of the next tokens that are new items, at the margin: the derivative of Heaps' law. */
export const newShare = (tokens: number, k: number, b: number): number => k * b * tokens ** (b - 1)

export const noveltyHeaps = defineMechanism({
  id: 'novelty-heaps',
  title: 'What is new in more text',
  summary: 'The more has been read, the less of the next text is new: distinct items grow as a power of the text below one.',
  formula: 'M(T) = k\\,T^{\\,b}, \\qquad M\'(T) = k\\,b\\,T^{\\,b-1}',
  parameters: {
    tokens: { label: 'Text read', meaning: 'Tokens of text read so far.', unit: 'tokens', min: 1e4, max: 1e9, step: 0.1, scale: 'log', default: 1e8, format: magnitude },
    b: { label: 'Exponent b', meaning: 'How fast distinct items grow; 1 would be in proportion to the text.', unit: '', min: 0.3, max: 1, step: 0.01, scale: 'linear', default: 0.49, format: fixed(2) },
    k: { label: 'Constant k', meaning: 'Distinct items in the first token, as fitted.', unit: '', min: 10, max: 100, step: 1, scale: 'linear', default: 44, format: fixed() },
    factor: { label: 'Times as much text', meaning: 'By what factor the text is to grow.', unit: '', min: 1, max: 1000, step: 0.1, scale: 'log', default: 10, format: times },
  },
  knobs: ['tokens', 'b'],
  outputs: {
    halfShare: { label: 'Already met in the first half', unit: '', format: percent() },
    distinct: { label: 'Distinct items', unit: 'items', format: magnitude },
    newPerMillion: { label: 'New items in the next million tokens', unit: 'items', format: magnitude },
    growth: { label: 'Items after that many times the text', unit: '', format: times },
  },
  main: 'halfShare',
  evaluate: ({ tokens, b, k, factor }) => ({
    halfShare: 0.5 ** b,
    distinct: distinctItems(tokens, k, b),
    newPerMillion: distinctItems(tokens + 1e6, k, b) - distinctItems(tokens, k, b),
    growth: factor ** b,
  }),
  slips: {
    'half-in-half': { label: 'expected half of the items in half of the text', of: 'halfShare', evaluate: () => 0.5 },
    'exponent-as-share': { label: 'read the exponent as the share', of: 'halfShare', evaluate: ({ b }) => b },
    'second-half': { label: 'gave what the second half adds', of: 'halfShare', evaluate: ({ b }) => 1 - 0.5 ** b },
    'in-proportion': { label: 'let items grow in proportion to the text', of: 'growth', evaluate: ({ factor }) => factor },
    'multiplied-exponent': { label: 'multiplied by the exponent instead of raising to it', of: 'growth', evaluate: ({ b, factor }) => b * factor },
    'one-plus': { label: 'added the exponent once for each tenfold', of: 'growth', evaluate: ({ b, factor }) => 1 + b * Math.log10(factor) },
    'forgot-exponent': { label: 'multiplied k by the tokens', of: 'distinct', evaluate: ({ tokens, k }) => k * tokens },
    'forgot-constant': { label: 'left out k', of: 'distinct', evaluate: ({ tokens, b }) => tokens ** b },
    'square-root': { label: 'rounded the exponent to one half', of: 'distinct', evaluate: ({ tokens, k }) => k * Math.sqrt(tokens) },
    'average-rate': { label: 'took the average rate for the rate at the end', of: 'newPerMillion', evaluate: ({ tokens, k, b }) => (1e6 * distinctItems(tokens, k, b)) / tokens },
    'rate-at-start': { label: 'counted the first million tokens again', of: 'newPerMillion', evaluate: ({ k, b }) => distinctItems(1e6, k, b) },
    'every-token-new': { label: 'let the exponent be the share that is new', of: 'newPerMillion', evaluate: ({ b }) => 1e6 * b },
  },
  assumptions: ['Distinct words stand in for distinct facts: the article speaks of knowledge, the law was measured on words.', 'More text of the same kind: a new field or language starts anew.'],
  validity: 'Measured on news text (Reuters-RCV1); typical constants are k from 30 to 100 and b near one half.',
  sources: [{ identifier: 'Manning, Raghavan, Schuetze, Introduction to Information Retrieval, Sec. 5.1.1', mark: 'V' }],
  claims: ['o1-novelty-falls', 'o1-scaling-slows'],
  checkpoints: [
    { in: { tokens: 1_000_020 }, out: { distinct: 38_323 }, tolerance: 1, source: 'IR book, Sec. 5.1.1: predicted 38,323 terms (38,365 were found)' },
    { in: {}, out: { halfShare: 0.712, growth: 3.09 }, tolerance: 0.001, source: 'arithmetic: 0.5^0.49 and 10^0.49' },
  ],
  describe({ tokens, b, k }) {
    const perMillion = distinctItems(tokens + 1e6, k, b) - distinctItems(tokens, k, b)
    if (b === 1) return 'With an exponent of 1 every half of the text brings as much news as the other.'
    return `The first half of ${magnitude(tokens)} tokens already holds ${percent()(0.5 ** b)} of all distinct items; the next million tokens bring ${magnitude(perMillion)} new ones.`
  },
})
