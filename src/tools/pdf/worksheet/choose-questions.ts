/** Which questions stand on a worksheet: chosen by kind, count and seed, so that a sheet can be made again and two can differ. */
import type { ArticleContent, Catalogue } from '../../../content/library.ts'
import type { Question, QuestionKind } from '../../../content/question-schema.ts'
import { hashSeed } from '../../../content/variant-seed.ts'
import { findMechanism } from '../../../mechanisms/registry.ts'
import { randomFrom, shuffle } from '../../../questions/seed.ts'
import { makeVariant, type Variant } from '../../../questions/variant.ts'

export interface SheetRequest {
  /** Every kind when undefined. */
  readonly kinds?: readonly QuestionKind[] | undefined
  /** How many questions to put on the sheet; fewer when the article has fewer. */
  readonly count: number
  readonly seed: number
}

export interface SheetQuestion {
  readonly question: Question
  /** The question as this sheet puts it: its options in order, its numbers drawn. */
  readonly variant: Variant
}

/**
 * The sheet's questions in the order of the article. Authored ones come before generated ones; no two ask for the same claim
 * while others are left, and none gives another away.
 */
export function chooseQuestions(content: ArticleContent, catalogue: Catalogue, { kinds, count, seed }: SheetRequest): SheetQuestion[] {
  const stubs = new Map(catalogue.questions.map((stub) => [stub.id, stub]))
  const random = randomFrom(seed)
  const asked = content.questions.filter(({ kind }) => kinds?.includes(kind) ?? true)
  const isGenerated = ({ id }: Question) => stubs.get(id)?.generated ?? false
  const candidates = [...shuffle(asked.filter((one) => !isGenerated(one)), random), ...shuffle(asked.filter(isGenerated), random)]
  const chosen = new Set<Question>()
  const givesAway = (one: Question, other: Question) => (stubs.get(other.id)?.givenAwayBy ?? []).includes(one.id)
  const fits = (one: Question) => ![...chosen].some((other) => other === one || givesAway(one, other) || givesAway(other, one))
  const isFresh = (one: Question) => ![...chosen].some((other) => other.claims[0] === one.claims[0])
  for (const mayRepeatClaim of [false, true]) {
    for (const one of candidates) if (chosen.size < count && fits(one) && (mayRepeatClaim || isFresh(one))) chosen.add(one)
  }
  return content.questions.filter((one) => chosen.has(one))
    .map((question) => ({ question, variant: makeVariant(question, { seed: hashSeed(question.id, question.rev, seed), mechanisms: findMechanism }) }))
}
