import { gradeText, revealText } from '../../text/grade-text.ts'
import type { Kind } from '../kind.ts'
import { emptyShort, isShortAnswer, type ShortAnswer } from './answer.ts'
import type { ShortQuestion } from './schema.ts'
import { makeShortVariant, type ShortVariant } from './variant.ts'

export const short: Kind<ShortQuestion, ShortVariant, ShortAnswer> = {
  makeVariant: makeShortVariant,
  emptyAnswer: emptyShort,
  isAnswer: isShortAnswer,
  gradeAnswer: (variant, answer) => gradeText(variant, answer.text),
  giveUp: revealText,
  points: () => 1,
  isTyped: () => true,
  loadAuthored: () => import('./authored.ts'),
}
