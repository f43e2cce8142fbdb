import type { Kind } from '../kind.ts'
import { emptyOrdering, isOrderingAnswer, type OrderingAnswer } from './answer.ts'
import { gradeOrdering, revealOrdering } from './grade.ts'
import type { OrderingQuestion } from './schema.ts'
import { makeOrderingVariant, type OrderingVariant } from './variant.ts'

export const ordering: Kind<OrderingQuestion, OrderingVariant, OrderingAnswer> = {
  makeVariant: makeOrderingVariant,
  emptyAnswer: emptyOrdering,
  isAnswer: isOrderingAnswer,
  gradeAnswer: gradeOrdering,
  giveUp: revealOrdering,
  points: ({ items }) => items.length,
  loadAuthored: () => import('./authored.ts'),
}
