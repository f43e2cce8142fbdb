import type { KindExamples } from '../kind-examples.ts'
import type { ChoiceAnswer } from './answer.ts'
import type { ChoiceVariant, VariantOption } from './variant.ts'

export const sampleOption = (id: string, correct = false) => ({ id, text: `Text ${id}`, correct, feedback: `feedback ${id}`, ...(correct ? {} : { misconception: `slip-${id}` }) })
export const turnOptions = (options: readonly VariantOption[]): VariantOption[] => options.map((option) => ({ ...option, id: 'x', correct: !option.correct, feedback: '' }))

export const examples: KindExamples<ChoiceVariant, ChoiceAnswer> = {
  sample: { options: [sampleOption('a'), sampleOption('b', true), sampleOption('c')] },
  rightAnswers: ({ options }) => options.filter(({ correct }) => correct).map(({ id }) => ({ kind: 'choice', option: id })),
  mistakes: ({ options }) => options.filter(({ correct }) => !correct).map(({ id }) => ({ kind: 'choice', option: id })),
  withOtherKey: (variant) => ({ ...variant, options: turnOptions(variant.options) }),
}
