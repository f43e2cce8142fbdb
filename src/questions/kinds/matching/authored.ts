import { fieldTexts, sorted, type AuthoredKind } from '../authored-kind.ts'
import { matchingQuestion } from './schema.ts'

export const authoredMatching: AuthoredKind<typeof matchingQuestion> = {
  schema: matchingQuestion,
  meaning: ({ pairs, extras }) => [sorted(pairs.map(({ id }) => id)), sorted(extras.map(({ id }) => id))],
  parts: ({ pairs, extras }) => [{ pairs, extras }],
  assertedTexts: ({ pairs }) => [...fieldTexts('pairs', pairs, 'left'), ...fieldTexts('pairs', pairs, 'right')],
  choices: ({ pairs, extras }) => [...fieldTexts('pairs', pairs, 'right'), ...fieldTexts('extras', extras, 'right')],
}
