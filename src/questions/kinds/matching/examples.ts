import type { KindExamples } from '../kind-examples.ts'
import type { MatchingAnswer } from './answer.ts'
import type { MatchingVariant } from './variant.ts'

export const examples: KindExamples<MatchingVariant, MatchingAnswer> = {
  sample: {
    pairs: ['a', 'b', 'c', 'd'].map((id) => ({ id, left: `Left ${id}`, right: `Right ${id}`, feedback: `feedback ${id}` })),
    extras: [{ id: 'x', right: 'Right x', feedback: 'feedback x' }],
  },
  rightAnswers: ({ lefts }) => [{ kind: 'matching', pairs: Object.fromEntries(lefts.map(({ id }) => [id, id])) }],
  // One pair after another is given the match of the next; then an extra stands in the first place.
  mistakes: ({ lefts, rights }) => [
    { kind: 'matching', pairs: Object.fromEntries(lefts.map(({ id }, index) => [id, lefts[(index + 1) % lefts.length]?.id ?? id])) },
    ...rights.filter((right) => !lefts.some(({ id }) => id === right.id)).map((extra): MatchingAnswer => ({ kind: 'matching', pairs: Object.fromEntries(lefts.map(({ id }, index) => [id, index === 0 ? extra.id : id])) })),
  ],
  withOtherKey: (variant) => ({ ...variant, lefts: variant.lefts.map(({ html }) => ({ id: 'x', html, feedback: '' })), rights: variant.rights.map(({ html }) => ({ id: 'y', html })) }),
}
