/** What the learner gives: plain JSON, kept in the event as it is. */
import type { QuestionKind } from '../content/question-schema.ts'
import type { GaveUp, Kind } from './kinds/kind.ts'
import { kinds, type AnswerOf } from './registry.ts'
import type { Variant } from './variant.ts'

export type { AnswerOf } from './registry.ts'
export type Answer = { [K in QuestionKind]: AnswerOf<K> }[QuestionKind] | GaveUp

/** “I do not know”. */
export const gaveUp: GaveUp = { kind: 'gave-up' }

/** The answer before anything was chosen or typed. */
export function emptyAnswer(variant: Variant): Answer {
  // The registry gives each kind the functions of that kind; the compiler does not follow that through a union.
  const kind = kinds[variant.kind] as unknown as Kind<never, Variant, AnswerOf<QuestionKind>>
  return kind.emptyAnswer(variant)
}
