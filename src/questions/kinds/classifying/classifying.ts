import type { Kind } from '../kind.ts'
import { emptyClassifying, isClassifyingAnswer, type ClassifyingAnswer } from './answer.ts'
import { gradeClassifying, revealClassifying } from './grade.ts'
import type { ClassifyingQuestion } from './schema.ts'
import { makeClassifyingVariant, type ClassifyingVariant } from './variant.ts'

export const classifying: Kind<ClassifyingQuestion, ClassifyingVariant, ClassifyingAnswer> = {
  makeVariant: makeClassifyingVariant,
  emptyAnswer: emptyClassifying,
  isAnswer: isClassifyingAnswer,
  gradeAnswer: gradeClassifying,
  giveUp: revealClassifying,
  points: ({ items }) => items.length,
  loadAuthored: () => import('./authored.ts'),
}
