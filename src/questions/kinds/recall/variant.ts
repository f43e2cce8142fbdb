import { frameVariant } from '../frame-variant.ts'
import type { Draw, VariantFrame } from '../kind.ts'
import type { RecallQuestion } from './schema.ts'

export interface RecallVariant extends VariantFrame {
  readonly kind: 'recall'
  /** A full answer, in HTML; shown once the learner asks to compare. */
  readonly model: string
  readonly rubric: readonly { readonly id: string; readonly html: string }[]
}

export function makeRecallVariant(question: RecallQuestion, draw: Draw): RecallVariant {
  return { ...frameVariant(question, draw), kind: 'recall', model: question.model, rubric: question.rubric.map(({ id, text }) => ({ id, html: text })) }
}
