import { fieldOf, isText } from '../answer-shape.ts'
import type { ParametricVariant } from './variant.ts'

/** Which of the two is used follows from the variant's `as`. */
export type ParametricAnswer =
  | { readonly kind: 'parametric'; readonly as: 'typed'; readonly text: string }
  | { readonly kind: 'parametric'; readonly as: 'choice'; readonly option: string | null }

export const emptyParametric = (variant: ParametricVariant): ParametricAnswer =>
  variant.as === 'typed' ? { kind: 'parametric', as: 'typed', text: '' } : { kind: 'parametric', as: 'choice', option: null }

export function isParametricAnswer(value: object): value is ParametricAnswer {
  const option = fieldOf(value, 'option')
  switch (fieldOf(value, 'as')) {
    case 'typed': return isText(fieldOf(value, 'text'))
    case 'choice': return option === null || isText(option)
    default: return false
  }
}
