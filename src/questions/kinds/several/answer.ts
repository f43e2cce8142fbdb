import { fieldOf, isTextList } from '../answer-shape.ts'

export interface SeveralAnswer { readonly kind: 'several'; readonly options: readonly string[] }

export const emptySeveral = (): SeveralAnswer => ({ kind: 'several', options: [] })

export const isSeveralAnswer = (value: object): value is SeveralAnswer => isTextList(fieldOf(value, 'options'))
