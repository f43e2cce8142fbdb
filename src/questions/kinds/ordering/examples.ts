import type { KindExamples } from '../kind-examples.ts'
import type { OrderingAnswer } from './answer.ts'
import type { OrderingVariant } from './variant.ts'

export const examples: KindExamples<OrderingVariant, OrderingAnswer> = {
  sample: {
    items: ['a', 'b', 'c', 'd'].map((id) => ({ id, text: `Text ${id}` })), from: 'earliest', to: 'latest',
    slips: [{ id: 's', before: 'b', after: 'a', feedback: 'b came after a' }],
  },
  rightAnswers: ({ key }) => [{ kind: 'ordering', order: key }],
  mistakes: ({ key }) => [{ kind: 'ordering', order: key.toReversed() }],
  withOtherKey: (variant) => ({ ...variant, key: variant.key.toReversed(), slips: [] }),
}
