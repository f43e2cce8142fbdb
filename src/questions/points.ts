/** What a question counts on paper. */
import type { QuestionKind } from '../content/question-schema.ts'
import type { Kind } from './kinds/kind.ts'
import { kinds, type AnswerOf } from './registry.ts'
import type { Variant } from './variant.ts'

export function pointsOf(variant: Variant): number {
  const kind: Pick<Kind<never, Variant, AnswerOf<QuestionKind>>, 'points'> = kinds[variant.kind]
  return kind.points(variant)
}
