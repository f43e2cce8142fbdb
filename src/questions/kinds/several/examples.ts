import { sampleOption, turnOptions } from '../choice/examples.ts'
import type { KindExamples } from '../kind-examples.ts'
import type { SeveralAnswer } from './answer.ts'
import type { SeveralVariant } from './variant.ts'

export const examples: KindExamples<SeveralVariant, SeveralAnswer> = {
  sample: { options: [sampleOption('a', true), sampleOption('b', true), sampleOption('c'), sampleOption('d')] },
  rightAnswers: ({ options }) => [{ kind: 'several', options: options.filter(({ correct }) => correct).map(({ id }) => id) }],
  mistakes: ({ options }) => options.filter(({ correct }) => !correct).map(({ id }) => ({ kind: 'several', options: [id] })),
  withOtherKey: (variant) => ({ ...variant, options: turnOptions(variant.options) }),
}
