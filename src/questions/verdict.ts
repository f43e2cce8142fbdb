/** What grading says of an answer. */
import type { QuestionKind } from '../content/question-schema.ts'
import type { Answer } from './answer.ts'
import { ungraded } from './kinds/grading.ts'
import type { Graded, Kind } from './kinds/kind.ts'
import { kinds, type AnswerOf } from './registry.ts'
import type { Variant } from './variant.ts'

export type { Graded, Mark, UngradedReason, Verdict } from './kinds/kind.ts'

/** Grades any answer at any stage of filling in. Total: what is not an answer to this variant is ungraded; nothing throws. */
export function gradeAnswer(variant: Variant, answer: Answer): Graded {
  // Answers also come out of storage and backups, so the type is a promise that is checked here.
  const given: unknown = answer
  if (typeof given !== 'object' || given === null || !('kind' in given)) return ungraded({ code: 'mismatch' })
  // The registry gives each kind the functions of that kind; the compiler does not follow that through a union.
  const kind = kinds[variant.kind] as unknown as Kind<never, Variant, AnswerOf<QuestionKind>>
  if (given.kind === 'gave-up') return kind.giveUp(variant)
  return given.kind === variant.kind && kind.isAnswer(given) ? kind.gradeAnswer(variant, given) : ungraded({ code: 'mismatch' })
}
