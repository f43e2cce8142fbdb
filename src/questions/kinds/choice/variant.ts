import { shuffle } from '../../seed.ts'
import { frameVariant } from '../frame-variant.ts'
import type { Draw, VariantFrame } from '../kind.ts'
import type { ChoiceQuestion } from './schema.ts'

export interface VariantOption {
  readonly id: string
  readonly html: string
  readonly correct: boolean
  readonly feedback: string
  readonly misconception?: string
}
export interface ChoiceVariant extends VariantFrame {
  readonly kind: 'choice'
  readonly options: readonly VariantOption[]
}

/** The options in the order shown. */
export function arrangeOptions(question: { readonly options: ChoiceQuestion['options']; readonly keepOrder: boolean }, draw: Draw): VariantOption[] {
  const options = question.options.map(({ text, ...option }) => ({ ...option, html: text }))
  return question.keepOrder ? options : shuffle(options, draw.random)
}

export function makeChoiceVariant(question: ChoiceQuestion, draw: Draw): ChoiceVariant {
  return { ...frameVariant(question, draw), kind: 'choice', options: arrangeOptions(question, draw) }
}
