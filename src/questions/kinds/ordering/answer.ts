import { fieldOf, isTextList } from '../answer-shape.ts'

/** `order` holds the ids placed so far, first place first. */
export interface OrderingAnswer { readonly kind: 'ordering'; readonly order: readonly string[] }

export const emptyOrdering = (): OrderingAnswer => ({ kind: 'ordering', order: [] })

export const isOrderingAnswer = (value: object): value is OrderingAnswer => isTextList(fieldOf(value, 'order'))
