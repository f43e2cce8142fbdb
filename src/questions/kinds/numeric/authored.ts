import type { AuthoredKind } from '../authored-kind.ts'
import { numericQuestion } from './schema.ts'

export const authoredNumeric: AuthoredKind<typeof numericQuestion> = {
  schema: numericQuestion,
  meaning: ({ answer, unit }) => [answer, unit],
  parts: ({ slips }) => [{ slips }],
  givenNumbers: ({ answer, unit }) => [answer, ...(unit === '%' ? [answer / 100] : [])],
}
