import type { Kind } from '../kind.ts'
import { emptyRecall, isRecallAnswer, type RecallAnswer } from './answer.ts'
import { gradeRecall, revealRecall } from './grade.ts'
import type { RecallQuestion } from './schema.ts'
import { makeRecallVariant, type RecallVariant } from './variant.ts'

export const recall: Kind<RecallQuestion, RecallVariant, RecallAnswer> = {
  makeVariant: makeRecallVariant,
  emptyAnswer: emptyRecall,
  isAnswer: isRecallAnswer,
  gradeAnswer: gradeRecall,
  giveUp: revealRecall,
  points: ({ rubric }) => rubric.length,
  loadAuthored: () => import('./authored.ts'),
}
