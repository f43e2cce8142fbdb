import { revealNumber } from '../../numeric/grade-number.ts'
import { revealOptions } from '../choice/grade.ts'
import type { Kind } from '../kind.ts'
import { emptyParametric, isParametricAnswer, type ParametricAnswer } from './answer.ts'
import { gradeParametric } from './grade.ts'
import type { ParametricQuestion } from './schema.ts'
import { makeParametricVariant, type ParametricVariant } from './variant.ts'

export const parametric: Kind<ParametricQuestion, ParametricVariant, ParametricAnswer> = {
  makeVariant: makeParametricVariant,
  emptyAnswer: emptyParametric,
  isAnswer: isParametricAnswer,
  gradeAnswer: gradeParametric,
  giveUp: (variant) => variant.as === 'typed' ? revealNumber(variant) : revealOptions(variant.options),
  points: () => 2,
  isTyped: ({ as }) => as === 'typed',
  loadAuthored: () => import('./authored.ts'),
}
