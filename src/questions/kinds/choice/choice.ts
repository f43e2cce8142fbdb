import type { Kind } from '../kind.ts'
import { emptyChoice, isChoiceAnswer, type ChoiceAnswer } from './answer.ts'
import { gradeOption, revealOptions } from './grade.ts'
import type { ChoiceQuestion } from './schema.ts'
import { makeChoiceVariant, type ChoiceVariant } from './variant.ts'

export const choice: Kind<ChoiceQuestion, ChoiceVariant, ChoiceAnswer> = {
  makeVariant: makeChoiceVariant,
  emptyAnswer: emptyChoice,
  isAnswer: isChoiceAnswer,
  gradeAnswer: (variant, answer) => gradeOption(variant.options, answer.option),
  giveUp: (variant) => revealOptions(variant.options),
  points: () => 1,
  loadAuthored: () => import('./authored.ts'),
}
