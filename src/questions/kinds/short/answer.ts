import { fieldOf, isText } from '../answer-shape.ts'

/** `text` is what was typed, as typed. */
export interface ShortAnswer { readonly kind: 'short'; readonly text: string }

export const emptyShort = (): ShortAnswer => ({ kind: 'short', text: '' })

export const isShortAnswer = (value: object): value is ShortAnswer => isText(fieldOf(value, 'text'))
