import { arrangeOptions, type VariantOption } from '../choice/variant.ts'
import { frameVariant } from '../frame-variant.ts'
import type { Draw, VariantFrame } from '../kind.ts'
import type { SeveralQuestion } from './schema.ts'

export interface SeveralVariant extends VariantFrame {
  readonly kind: 'several'
  readonly options: readonly VariantOption[]
}

export function makeSeveralVariant(question: SeveralQuestion, draw: Draw): SeveralVariant {
  return { ...frameVariant(question, draw), kind: 'several', options: arrangeOptions(question, draw) }
}
