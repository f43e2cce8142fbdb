import type { AuthoredKind } from '../authored-kind.ts'
import type { NumericAnswer } from './answer.ts'
import { numericOnPaper } from './paper.ts'
import { numericQuestion, type NumericQuestion } from './schema.ts'
import type { NumericVariant } from './variant.ts'

export const authored: AuthoredKind<NumericQuestion, NumericVariant, NumericAnswer> = {
  schema: numericQuestion,
  paper: numericOnPaper,
  meaning: ({ answer, unit }) => [answer, unit],
  parts: ({ slips }) => [{ slips }],
  givenNumbers: ({ answer, unit }) => [answer, ...(unit === '%' ? [answer / 100] : [])],
}
