import { fieldTexts, sorted, type AuthoredKind } from '../authored-kind.ts'
import type { RecallAnswer } from './answer.ts'
import { recallOnPaper } from './paper.ts'
import { recallQuestion, type RecallQuestion } from './schema.ts'
import type { RecallVariant } from './variant.ts'

export const authored: AuthoredKind<RecallQuestion, RecallVariant, RecallAnswer> = {
  schema: recallQuestion,
  paper: recallOnPaper,
  meaning: ({ rubric }) => [sorted(rubric.map(({ id }) => id))],
  parts: ({ rubric }) => [{ rubric }],
  assertedTexts: ({ model, rubric }) => [{ path: ['model'], text: model }, ...fieldTexts('rubric', rubric, 'text')],
}
