/** A question on paper, for the tools that print: loads the schemas, so no page may. */
import type { QuestionKind } from '../content/question-schema.ts'
import type { AnswerOf } from './answer.ts'
import { authoredKinds } from './authored-kinds.ts'
import type { PaperKind } from './kinds/paper-kind.ts'
import type { Variant } from './variant.ts'

export function paperOf(variant: Variant): PaperKind<Variant, AnswerOf<QuestionKind>> {
  return authoredKinds[variant.kind].paper
}
