import type { TextKey } from '../../text/grade-text.ts'
import { frameVariant } from '../frame-variant.ts'
import type { Draw, VariantFrame } from '../kind.ts'
import type { ShortQuestion } from './schema.ts'

export interface ShortVariant extends VariantFrame, TextKey {
  readonly kind: 'short'
}

export function makeShortVariant(question: ShortQuestion, draw: Draw): ShortVariant {
  const { accept, near, misconceptions } = question
  return { ...frameVariant(question, draw), kind: 'short', accept, near, misconceptions }
}
