import { defineMechanism } from './mechanism.ts'
import { fixed, percent, times } from './number-format.ts'

/** Generalisation as openai-route ¶56 puts it, everything as a multiple of where one started. */
export const generalisationOf = (efficiency: number, data: number): number => efficiency * data

/** Share of a gain that the data account for, on the scale on which factors add: logarithms. */
export const shareFromData = (efficiency: number, data: number): number => {
  const total = Math.log(efficiency) + Math.log(data)
  return total === 0 ? 0 : Math.log(data) / total
}

export const generalisationProduct = defineMechanism({
  id: 'generalisation-product',
  title: 'Generalisation is efficiency times data',
  summary: 'If what a model can do is its efficiency times its data, one factor can stand in for the other, and leaving either at rest wastes it.',
  formula: 'G \\approx \\eta \\times D',
  parameters: {
    data: { label: 'Training data', meaning: 'Training data as a multiple of before.', unit: '', min: 1, max: 1000, step: 0.05, scale: 'log', default: 50, format: times },
    efficiency: { label: 'Efficiency', meaning: 'How well the model generalises from the same data, as a multiple of before.', unit: '', min: 1, max: 10, step: 0.1, scale: 'linear', default: 2, format: (value) => `${fixed(1)(value)}×` },
  },
  knobs: ['data', 'efficiency'],
  outputs: {
    generalisation: { label: 'Generalisation', unit: '', format: times },
    shareFromData: { label: 'Part that the data account for', unit: '', format: percent() },
  },
  main: 'generalisation',
  evaluate: ({ data, efficiency }) => ({
    generalisation: generalisationOf(efficiency, data),
    shareFromData: shareFromData(efficiency, data),
  }),
  slips: {
    'added': { label: 'added the two factors', of: 'generalisation', evaluate: ({ data, efficiency }) => data + efficiency },
    'larger-only': { label: 'counted only the larger factor', of: 'generalisation', evaluate: ({ data, efficiency }) => Math.max(data, efficiency) },
    'averaged': { label: 'averaged the two factors', of: 'generalisation', evaluate: ({ data, efficiency }) => (data + efficiency) / 2 },
    'divided': { label: 'divided the data by the efficiency', of: 'generalisation', evaluate: ({ data, efficiency }) => data / efficiency },
    'efficiency-only': { label: 'took efficiency for the whole, as the article says research did', of: 'generalisation', evaluate: ({ efficiency }) => efficiency },
    'share-by-size': { label: 'compared the factors as if they added', of: 'shareFromData', evaluate: ({ data, efficiency }) => data / (data + efficiency) },
    'share-one-half': { label: 'gave each factor one half', of: 'shareFromData', evaluate: () => 0.5 },
    'share-of-efficiency': { label: 'gave the part of the efficiency', of: 'shareFromData', evaluate: ({ data, efficiency }) => 1 - shareFromData(efficiency, data) },
  },
  assumptions: ['The article’s rough equation is taken at its word; it gives no units.', 'The two factors do not depend on each other.'],
  validity: 'A way of thinking that the article attributes to OpenAI, not a measured law: measured losses fall far more slowly than a product would say.',
  sources: [],
  claims: ['route-efficiency-times-data', 'route-data-mere-engineering', 'route-both-factors', 'route-intelligence-generalises'],
  checkpoints: [
    { in: { data: 50, efficiency: 2 }, out: { generalisation: 100, shareFromData: 0.8495 }, tolerance: 0.0001, source: 'arithmetic; openai-route ¶29 gives 50 times the data from GPT-2 to GPT-3, the efficiency is ours' },
    { in: { data: 1, efficiency: 1 }, out: { generalisation: 1, shareFromData: 0 }, tolerance: 0, source: 'arithmetic' },
  ],
  describe({ data, efficiency }) {
    if (data * efficiency === 1) return 'Nothing changed: one times one is one.'
    return `${times(data)} the data at ${fixed(1)(efficiency)}× the efficiency is ${times(data * efficiency)}; the data account for ${percent()(shareFromData(efficiency, data))} of the gain.`
  },
})
