import { shuffle } from '../../seed.ts'
import { frameVariant } from '../frame-variant.ts'
import type { Draw, VariantFrame } from '../kind.ts'
import type { ClassifyingQuestion } from './schema.ts'

export interface ClassifyingVariant extends VariantFrame {
  readonly kind: 'classifying'
  /** `text` is plain text. */
  readonly classes: readonly { readonly id: string; readonly text: string }[]
  /** `belongs` is the id of the right class; `feedback` is said when another was chosen. */
  readonly items: readonly { readonly id: string; readonly html: string; readonly belongs: string; readonly feedback: string }[]
}

/** The classes keep the author's order, which often means something; the items are shuffled. */
export function makeClassifyingVariant(question: ClassifyingQuestion, draw: Draw): ClassifyingVariant {
  const items = question.items.map(({ id, text, class: belongs, feedback }) => ({ id, html: text, belongs, feedback }))
  return { ...frameVariant(question, draw), kind: 'classifying', classes: question.classes, items: shuffle(items, draw.random) }
}
