import type { KindExamples } from '../kind-examples.ts'
import { mistakenTexts, otherTexts, rightTexts } from '../short/examples.ts'
import type { ClozeAnswer } from './answer.ts'
import type { ClozeVariant } from './variant.ts'

export const examples: KindExamples<ClozeVariant, ClozeAnswer> = {
  sample: {
    stem: 'Reasoning text has too small a ___ of the data.', accept: ['share', 'proportion'],
    misconceptions: [{ id: 'absolute', texts: ['amount'], feedback: 'The amount grows.' }],
  },
  rightAnswers: (variant) => rightTexts(variant).map((text) => ({ kind: 'cloze', text })),
  mistakes: (variant) => mistakenTexts(variant).map((text) => ({ kind: 'cloze', text })),
  withOtherKey: (variant) => ({ ...variant, ...otherTexts }),
}
