import { gradeNumber } from '../../numeric/grade-number.ts'
import { gradeOption } from '../choice/grade.ts'
import { ungraded } from '../grading.ts'
import type { Graded } from '../kind.ts'
import type { ParametricAnswer } from './answer.ts'
import type { ParametricVariant } from './variant.ts'

export function gradeParametric(variant: ParametricVariant, answer: ParametricAnswer): Graded {
  if (variant.as === 'typed' && answer.as === 'typed') return gradeNumber(variant, answer.text)
  if (variant.as === 'choice' && answer.as === 'choice') return gradeOption(variant.options, answer.option)
  return ungraded({ code: 'mismatch' })
}
