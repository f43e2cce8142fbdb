import type { NumberKey } from '../../numeric/grade-number.ts'
import { frameVariant } from '../frame-variant.ts'
import type { Draw, VariantFrame } from '../kind.ts'
import type { NumericQuestion } from './schema.ts'

export interface NumericVariant extends VariantFrame, NumberKey {
  readonly kind: 'numeric'
}

export function makeNumericVariant(question: NumericQuestion, draw: Draw): NumericVariant {
  const { answer, unit, tolerance, slips } = question
  return { ...frameVariant(question, draw), kind: 'numeric', answer, unit, tolerance, slips }
}
