import { defineMechanism, type Values } from './mechanism.ts'
import { fixed, percent, times } from './number-format.ts'
import { bitsPerCharacter } from './text-compressor.ts'

/** What the model is tried on until the reader types something else; our own words. */
export const sampleText = `To predict the next letter is to know something of what the text is about. A model that knows nothing gives every letter the same chance and needs the same number of bits for each. A model that has read the text so far knows which letters follow which letters, which words follow which words, and what the text is about. The better the model predicts the next letter, the fewer bits the next letter needs. So the model that predicts the text best is the model that makes the text shortest, and the model that makes the text shortest is the model that predicts the text best. That is why to predict is to compress, and to compress is to predict.`

/** Entropy of printed English with a hundred letters of context, bits a letter, 27 symbols (Shannon, BSTJ 30 (1951) 50–64). */
export const shannonBounds = { low: 0.6, high: 1.3 } as const
/** Bits a character in plain 8-bit storage. */
export const rawBits = 8

/** Bits that an ideal coder spends on something predicted with this chance. */
export const surpriseBits = (chance: number): number => Math.log2(1 / chance)

export const compression = defineMechanism({
  id: 'compression',
  title: 'Prediction is compression',
  summary: 'What a model predicts well costs few bits. A small model that learns while it reads shows how much context is worth.',
  formula: '\\text{bits} = -\\sum_i \\log_2 P(x_i \\mid x_{i-k},\\dots,x_{i-1})',
  parameters: {
    order: { label: 'Letters of context', meaning: 'How many letters before the next one the model may use (k).', unit: 'letters', min: 0, max: 5, step: 1, scale: 'linear', default: 3, format: fixed() },
    chance: { label: 'Chance given to what came', meaning: 'The chance that a model had given to the letter that then came.', unit: '', min: 0.01, max: 1, step: 0.01, scale: 'linear', default: 0.5, format: percent() },
  },
  knobs: ['order'],
  outputs: {
    bits: { label: 'Bits a letter', unit: 'bits', format: fixed(2) },
    shareOfRaw: { label: 'Of the plain size', unit: '', format: percent() },
    timesSmaller: { label: 'Times smaller', unit: '', format: times },
    surprise: { label: 'Bits for that letter', unit: 'bits', format: fixed(2) },
  },
  main: 'bits',
  evaluate: (params) => evaluateCompression(sampleText, params),
  slips: {
    'raw-size': { label: 'gave the plain size', of: 'bits', evaluate: () => rawBits },
    'nats': { label: 'took the natural logarithm', of: 'bits', evaluate: ({ order }) => bitsPerCharacter(sampleText, order) * Math.LN2 },
    'no-context': { label: 'left the context out', of: 'bits', evaluate: () => bitsPerCharacter(sampleText, 0) },
    'share-for-bits': { label: 'gave the share of the plain size', of: 'bits', evaluate: ({ order }) => bitsPerCharacter(sampleText, order) / rawBits },
    'saved-for-left': { label: 'gave what is saved', of: 'shareOfRaw', evaluate: ({ order }) => 1 - bitsPerCharacter(sampleText, order) / rawBits },
    'inverted': { label: 'divided the wrong way round', of: 'shareOfRaw', evaluate: ({ order }) => rawBits / bitsPerCharacter(sampleText, order) },
    'seven-bits': { label: 'counted seven bits a plain letter', of: 'shareOfRaw', evaluate: ({ order }) => bitsPerCharacter(sampleText, order) / 7 },
    'one-over-chance': { label: 'left out the logarithm', of: 'surprise', evaluate: ({ chance }) => 1 / chance },
    'surprise-nats': { label: 'took the natural logarithm', of: 'surprise', evaluate: ({ chance }) => -Math.log(chance) },
    'surprise-linear': { label: 'took what is missing to certainty', of: 'surprise', evaluate: ({ chance }) => 1 - chance },
    'surprise-of-eight': { label: 'took that share of eight bits', of: 'surprise', evaluate: ({ chance }) => 8 * (1 - chance) },
  },
  assumptions: ['The model starts knowing nothing and learns only from the text itself.', 'The size of the model is not counted.', 'Bytes are predicted; a letter outside plain English takes two to four of them.'],
  validity: 'A working compressor: the packed text is decoded again without loss. On a short text most of the cost is learning; large models bring what they know with them.',
  sources: [{ identifier: 'Shannon, Bell Syst. Tech. J. 30 (1951) 50–64', mark: 'V' }, { identifier: 'arXiv 2309.10668, abstract', mark: 'V' }],
  claims: ['route-lossless-compression', 'route-efficiency-is-compression', 'route-larger-compresses'],
  checkpoints: [
    { in: { chance: 0.5 }, out: { surprise: 1 }, tolerance: 0, source: 'arithmetic: −log2 of one half' },
    { in: { chance: 0.25 }, out: { surprise: 2 }, tolerance: 0, source: 'arithmetic: −log2 of one quarter' },
  ],
  describe: ({ order }) => describeCompression(sampleText, order),
})

/** The outputs for any text; an empty one takes no bits and is no smaller. */
export function evaluateCompression(text: string, { order, chance }: Values<'order' | 'chance'>): Values<'bits' | 'shareOfRaw' | 'timesSmaller' | 'surprise'> {
  const bits = bitsPerCharacter(text, order)
  return { bits, shareOfRaw: bits / rawBits, timesSmaller: bits === 0 ? 1 : rawBits / bits, surprise: surpriseBits(chance) }
}

/** The sentence for any text, as the reader types it. */
export function describeCompression(text: string, order: number): string {
  if (text === '') return 'Type something, and the model will read it.'
  const [bits, without] = [bitsPerCharacter(text, order), bitsPerCharacter(text, 0)]
  if (order === 0) return `Knowing only how frequent letters are, the model needs ${fixed(2)(bits)} bits a letter.`
  const letters = `${fixed()(order)} ${order === 1 ? 'letter' : 'letters'}`
  return bits < without
    ? `With ${letters} of context the model needs ${fixed(2)(bits)} bits a letter instead of ${fixed(2)(without)}.`
    : `On a text this short ${letters} of context do not help yet: ${fixed(2)(bits)} bits a letter instead of ${fixed(2)(without)}.`
}
