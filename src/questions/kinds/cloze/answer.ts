import { fieldOf, isText } from '../answer-shape.ts'

/** `text` is what was typed into the blank, as typed. */
export interface ClozeAnswer { readonly kind: 'cloze'; readonly text: string }

export const emptyCloze = (): ClozeAnswer => ({ kind: 'cloze', text: '' })

export const isClozeAnswer = (value: object): value is ClozeAnswer => isText(fieldOf(value, 'text'))
