import { sorted, type AuthoredKind } from '../authored-kind.ts'
import type { ParametricAnswer } from './answer.ts'
import { parametricOnPaper } from './paper.ts'
import { parametricQuestion, type ParametricQuestion } from './schema.ts'
import type { ParametricVariant } from './variant.ts'

export const authored: AuthoredKind<ParametricQuestion, ParametricVariant, ParametricAnswer> = {
  schema: parametricQuestion,
  paper: parametricOnPaper,
  meaning: ({ mechanism, asks, parameters }) => [mechanism, asks, sorted(Object.keys(parameters))],
  parts: ({ slips }) => [{ slips }],
  givenNumbers: ({ parameters }) => Object.values(parameters).flat(),
}
