import type { KindExamples } from '../kind-examples.ts'
import type { RecallAnswer } from './answer.ts'
import type { RecallVariant } from './variant.ts'

export const examples: KindExamples<RecallVariant, RecallAnswer> = {
  sample: { model: 'They can.', rubric: [{ id: 'a', text: 'Point a' }, { id: 'b', text: 'Point b' }] },
  rightAnswers: ({ rubric }) => [{ kind: 'recall', text: 'x', compared: true, points: rubric.map(({ id }) => id) }],
  mistakes: () => [{ kind: 'recall', text: 'x', compared: true, points: [] }],
  withOtherKey: (variant) => ({ ...variant, model: '', rubric: variant.rubric.map(({ id }) => ({ id, html: '' })) }),
}
