import { fieldTexts, sorted, type AuthoredKind } from '../authored-kind.ts'
import type { MatchingAnswer } from './answer.ts'
import { matchingOnPaper } from './paper.ts'
import { matchingQuestion, type MatchingQuestion } from './schema.ts'
import type { MatchingVariant } from './variant.ts'

export const authored: AuthoredKind<MatchingQuestion, MatchingVariant, MatchingAnswer> = {
  schema: matchingQuestion,
  paper: matchingOnPaper,
  meaning: ({ pairs, extras }) => [sorted(pairs.map(({ id }) => id)), sorted(extras.map(({ id }) => id))],
  parts: ({ pairs, extras }) => [{ pairs, extras }],
  assertedTexts: ({ pairs }) => [...fieldTexts('pairs', pairs, 'left'), ...fieldTexts('pairs', pairs, 'right')],
  choices: ({ pairs, extras }) => [...fieldTexts('pairs', pairs, 'right'), ...fieldTexts('extras', extras, 'right')],
}
