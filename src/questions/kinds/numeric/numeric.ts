import { gradeNumber, revealNumber } from '../../numeric/grade-number.ts'
import type { Kind } from '../kind.ts'
import { emptyNumeric, isNumericAnswer, type NumericAnswer } from './answer.ts'
import type { NumericQuestion } from './schema.ts'
import { makeNumericVariant, type NumericVariant } from './variant.ts'

export const numeric: Kind<NumericQuestion, NumericVariant, NumericAnswer> = {
  makeVariant: makeNumericVariant,
  emptyAnswer: emptyNumeric,
  isAnswer: isNumericAnswer,
  gradeAnswer: (variant, answer) => gradeNumber(variant, answer.text),
  giveUp: revealNumber,
  points: () => 2,
  isTyped: () => true,
  loadAuthored: () => import('./authored.ts'),
}
