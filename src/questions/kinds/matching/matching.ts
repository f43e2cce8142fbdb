import type { Kind } from '../kind.ts'
import { emptyMatching, isMatchingAnswer, type MatchingAnswer } from './answer.ts'
import { gradeMatching, revealMatching } from './grade.ts'
import type { MatchingQuestion } from './schema.ts'
import { makeMatchingVariant, type MatchingVariant } from './variant.ts'

export const matching: Kind<MatchingQuestion, MatchingVariant, MatchingAnswer> = {
  makeVariant: makeMatchingVariant,
  emptyAnswer: emptyMatching,
  isAnswer: isMatchingAnswer,
  gradeAnswer: gradeMatching,
  giveUp: revealMatching,
  points: ({ lefts }) => lefts.length,
  loadAuthored: () => import('./authored.ts'),
}
