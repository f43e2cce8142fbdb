import { shuffle } from '../../seed.ts'
import { frameVariant } from '../frame-variant.ts'
import type { Draw, VariantFrame } from '../kind.ts'
import type { MatchingQuestion } from './schema.ts'

export interface MatchingVariant extends VariantFrame {
  readonly kind: 'matching'
  /** `feedback` is said when this side was paired wrongly. Its right side has the same id. */
  readonly lefts: readonly { readonly id: string; readonly html: string; readonly feedback: string }[]
  /** `feedback` stands on sides that belong to nothing. */
  readonly rights: readonly { readonly id: string; readonly html: string; readonly feedback?: string }[]
}

export function makeMatchingVariant(question: MatchingQuestion, draw: Draw): MatchingVariant {
  const rights = [
    ...question.pairs.map(({ id, right }) => ({ id, html: right })),
    ...question.extras.map(({ id, right, feedback }) => ({ id, html: right, feedback })),
  ]
  return {
    ...frameVariant(question, draw), kind: 'matching',
    lefts: shuffle(question.pairs.map(({ id, left, feedback }) => ({ id, html: left, feedback })), draw.random),
    rights: shuffle(rights, draw.random),
  }
}
