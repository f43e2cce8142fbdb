import { fieldOf, isText } from '../answer-shape.ts'

/** `text` is what was typed, as typed. */
export interface NumericAnswer { readonly kind: 'numeric'; readonly text: string }

export const emptyNumeric = (): NumericAnswer => ({ kind: 'numeric', text: '' })

export const isNumericAnswer = (value: object): value is NumericAnswer => isText(fieldOf(value, 'text'))
