import type { KindExamples } from '../kind-examples.ts'
import type { ClassifyingAnswer } from './answer.ts'
import type { ClassifyingVariant } from './variant.ts'

export const examples: KindExamples<ClassifyingVariant, ClassifyingAnswer> = {
  sample: {
    classes: [{ id: 'yes', text: 'Agrees & adds' }, { id: 'no', text: 'Disagrees' }],
    items: [['a', 'yes'], ['b', 'no'], ['c', 'yes']].map(([id, belongs]) => ({ id, text: `Text ${id}`, class: belongs, feedback: `feedback ${id}` })),
  },
  rightAnswers: ({ items }) => [{ kind: 'classifying', classes: Object.fromEntries(items.map(({ id, belongs }) => [id, belongs])) }],
  // Every item in one and the same class; each class has an item, and there are two classes at least.
  mistakes: ({ classes, items }) => classes.map(({ id }) => ({ kind: 'classifying', classes: Object.fromEntries(items.map((item) => [item.id, id])) })),
  withOtherKey: (variant) => ({ ...variant, items: variant.items.map((item) => ({ ...item, belongs: 'x', feedback: '' })) }),
}
