import { revealOptions } from '../choice/grade.ts'
import type { Kind } from '../kind.ts'
import { emptySeveral, isSeveralAnswer, type SeveralAnswer } from './answer.ts'
import { gradeSeveral } from './grade.ts'
import type { SeveralQuestion } from './schema.ts'
import { makeSeveralVariant, type SeveralVariant } from './variant.ts'

export const several: Kind<SeveralQuestion, SeveralVariant, SeveralAnswer> = {
  makeVariant: makeSeveralVariant,
  emptyAnswer: emptySeveral,
  isAnswer: isSeveralAnswer,
  gradeAnswer: gradeSeveral,
  giveUp: (variant) => revealOptions(variant.options),
  points: () => 2,
  loadAuthored: () => import('./authored.ts'),
}
