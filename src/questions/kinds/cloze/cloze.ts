import { gradeText, revealText } from '../../text/grade-text.ts'
import type { Kind } from '../kind.ts'
import { emptyCloze, isClozeAnswer, type ClozeAnswer } from './answer.ts'
import type { ClozeQuestion } from './schema.ts'
import { makeClozeVariant, type ClozeVariant } from './variant.ts'

export const cloze: Kind<ClozeQuestion, ClozeVariant, ClozeAnswer> = {
  makeVariant: makeClozeVariant,
  emptyAnswer: emptyCloze,
  isAnswer: isClozeAnswer,
  gradeAnswer: (variant, answer) => gradeText(variant, answer.text),
  giveUp: revealText,
  points: () => 1,
  isTyped: () => true,
  loadAuthored: () => import('./authored.ts'),
}
