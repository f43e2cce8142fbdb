import { fieldTexts, sorted, type AuthoredKind } from '../authored-kind.ts'
import { recallQuestion } from './schema.ts'

export const authoredRecall: AuthoredKind<typeof recallQuestion> = {
  schema: recallQuestion,
  meaning: ({ rubric }) => [sorted(rubric.map(({ id }) => id))],
  parts: ({ rubric }) => [{ rubric }],
  assertedTexts: ({ model, rubric }) => [{ path: ['model'], text: model }, ...fieldTexts('rubric', rubric, 'text')],
}
