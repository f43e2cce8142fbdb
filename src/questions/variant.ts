/** A variant: one question as it is put this time, with its options in order and its numbers drawn. */
import type { QuestionId } from '../content/ids.ts'
import type { Question, QuestionKind } from '../content/question-schema.ts'
import { hashSeed } from '../content/variant-seed.ts'
import type { FindMechanism, Kind } from './kinds/kind.ts'
import { kinds, type AnswerOf, type VariantOf } from './registry.ts'
import { randomFrom } from './seed.ts'

export type { VariantOf } from './registry.ts'
export type Variant = { [K in QuestionKind]: VariantOf<K> }[QuestionKind]

/** The seed of a question's next variant: a new one for each review, the same one each time it is asked for. */
export const seedOf = (question: { readonly id: QuestionId; readonly rev: number }, reviewCount: number): number => hashSeed(question.id, question.rev, reviewCount)

/**
 * The variant to show. `reviewCount` counts the reviews so far; `seed` instead brings back the variant that an event names.
 * Throws when a parametric question names a mechanism that `mechanisms` does not find, which the check rules out.
 */
export function makeVariant(question: Question, options: { readonly mechanisms: FindMechanism } & ({ readonly reviewCount: number } | { readonly seed: number })): Variant {
  const seed = 'seed' in options ? options.seed : seedOf(question, options.reviewCount)
  const draw = { seed, random: randomFrom(seed), findMechanism: options.mechanisms }
  // The registry gives each kind the functions of that kind; the compiler does not follow that through a union.
  const kind = kinds[question.kind] as unknown as Kind<Question, Variant, AnswerOf<QuestionKind>>
  return kind.makeVariant(question, draw)
}
