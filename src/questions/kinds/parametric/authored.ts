import { sorted, type AuthoredKind } from '../authored-kind.ts'
import { parametricQuestion } from './schema.ts'

export const authoredParametric: AuthoredKind<typeof parametricQuestion> = {
  schema: parametricQuestion,
  meaning: ({ mechanism, asks, parameters }) => [mechanism, asks, sorted(Object.keys(parameters))],
  parts: ({ slips }) => [{ slips }],
  givenNumbers: ({ parameters }) => Object.values(parameters).flat(),
}
