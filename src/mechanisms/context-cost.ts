import { defineMechanism } from './mechanism.ts'
import { fixed, magnitude, times } from './number-format.ts'

/** Multiplications in one layer of full attention: n²d (arXiv 1706.03762, Table 1). */
export const fullAttention = (length: number, width: number): number => length ** 2 * width
/** One layer that treats each token at a cost free of the length: n d², as a recurrent layer (arXiv 1706.03762, Table 1). */
export const linearAttention = (length: number, width: number): number => length * width ** 2
/** Segments read one after another, each token seeing its segment and a memory: n (s + m) d, our own count. */
export const recursiveReading = (length: number, width: number, segment: number, memory: number): number => length * (Math.min(segment, length) + memory) * width

export const contextCost = defineMechanism({
  id: 'context-cost',
  title: 'What a longer input costs',
  summary: 'Full attention compares every token with every other: ten times the input is a hundred times the work. Other ways grow in proportion.',
  formula: 'n^2 d, \\qquad n\\,d^2, \\qquad n\\,(s + m)\\,d',
  parameters: {
    length: { label: 'Length of input', meaning: 'Tokens read at once (n).', unit: 'tokens', min: 1e3, max: 1e7, step: 0.1, scale: 'log', default: 1e5, format: magnitude },
    width: { label: 'Width of the model', meaning: 'Numbers that stand for one token in a layer (d).', unit: 'numbers', min: 64, max: 16_384, step: 0.1, scale: 'log', whole: true, default: 4096, format: fixed() },
    segment: { label: 'Segment', meaning: 'Tokens read together when reading in segments (s).', unit: 'tokens', min: 256, max: 8192, step: 0.1, scale: 'log', whole: true, default: 1024, format: fixed() },
    memory: { label: 'Memory', meaning: 'Slots that carry what was read before (m).', unit: 'slots', min: 0, max: 4096, step: 64, scale: 'linear', default: 256, format: fixed() },
    factor: { label: 'Times as long', meaning: 'By what factor the input is lengthened.', unit: '', min: 1, max: 1000, step: 0.1, scale: 'log', default: 10, format: times },
  },
  knobs: ['length', 'width'],
  outputs: {
    dearer: { label: 'Full attention costs', unit: '', format: times },
    full: { label: 'Full attention', unit: 'multiplications a layer', format: magnitude },
    linear: { label: 'Linear', unit: 'multiplications a layer', format: magnitude },
    recursive: { label: 'Recursive', unit: 'multiplications a layer', format: magnitude },
    growth: { label: 'Full attention grows', unit: '', format: times },
    storedFull: { label: 'Kept in store, whole input', unit: 'numbers a layer', format: magnitude },
    storedRecursive: { label: 'Kept in store, recursive', unit: 'numbers a layer', format: magnitude },
  },
  main: 'dearer',
  evaluate: ({ length, width, segment, memory, factor }) => ({
    dearer: fullAttention(length, width) / linearAttention(length, width),
    full: fullAttention(length, width),
    linear: linearAttention(length, width),
    recursive: recursiveReading(length, width, segment, memory),
    growth: factor ** 2,
    storedFull: 2 * length * width,
    storedRecursive: 2 * (Math.min(segment, length) + memory) * width,
  }),
  slips: {
    'growth-linear': { label: 'let the work grow in proportion to the length', of: 'growth', evaluate: ({ factor }) => factor },
    'growth-doubled': { label: 'doubled the factor instead of squaring it', of: 'growth', evaluate: ({ factor }) => 2 * factor },
    'growth-exponential': { label: 'took quadratic for exponential', of: 'growth', evaluate: ({ factor }) => 2 ** Math.min(factor, 1000) },
    'growth-cubed': { label: 'cubed the factor', of: 'growth', evaluate: ({ factor }) => factor ** 3 },
    'ratio-inverted': { label: 'divided the width by the length', of: 'dearer', evaluate: ({ length, width }) => width / length },
    'length-squared': { label: 'compared with a cost free of the width', of: 'dearer', evaluate: ({ length }) => length },
    'ratio-squared': { label: 'squared the ratio of length to width', of: 'dearer', evaluate: ({ length, width }) => (length / width) ** 2 },
    'full-as-linear': { label: 'left out the square', of: 'full', evaluate: ({ length, width }) => length * width },
    'full-width-squared': { label: 'squared the width instead of the length', of: 'full', evaluate: ({ length, width }) => length * width ** 2 },
    'full-both-squared': { label: 'squared both', of: 'full', evaluate: ({ length, width }) => length ** 2 * width ** 2 },
  },
  assumptions: ['Only the mixing of tokens is counted, not the rest of a layer.', 'Constant factors are left out, so that the curves compare growth, not speed.', 'The recursive scheme is our reading of the article: segments in turn, with a memory of fixed size.'],
  validity: 'Counts of work, not of seconds: kernels, caches and hardware move the crossing points.',
  sources: [{ identifier: 'arXiv 1706.03762, Table 1 and Sec. 4', mark: 'V' }, { identifier: 'openai.com, "Function calling and other API updates", 13 June 2023', mark: 'V' }],
  claims: ['limits-context-rungs', 'limits-context-grows', 'limits-work-back'],
  checkpoints: [
    { in: { length: 4096, width: 4096 }, out: { dearer: 1 }, tolerance: 1e-12, source: 'arXiv 1706.03762, Sec. 4: attention is cheaper than recurrence only while n < d' },
    { in: { factor: 4 }, out: { growth: 16 }, tolerance: 0, source: 'arithmetic, for the step from 4k to 16k of GPT-3.5 (openai.com, 13 June 2023)' },
    { in: { length: 1e5, width: 4096 }, out: { full: 4.096e13, linear: 1.677722e12, recursive: 5.24288e11 }, tolerance: 1e7, source: 'arithmetic' },
  ],
  describe({ length, width }) {
    const ratio = fullAttention(length, width) / linearAttention(length, width)
    if (ratio < 1.05) return `At ${magnitude(length)} tokens full attention is still the cheaper one: the input is shorter than the model is wide.`
    return `At ${magnitude(length)} tokens full attention does ${times(ratio)} the work of a linear layer, and ten times the input makes that ${times(ratio * 10)}.`
  },
})
