import { fieldOf, isTextMap } from '../answer-shape.ts'

/** `classes` maps the id of an item to that of the class given to it. */
export interface ClassifyingAnswer { readonly kind: 'classifying'; readonly classes: Readonly<Record<string, string>> }

export const emptyClassifying = (): ClassifyingAnswer => ({ kind: 'classifying', classes: {} })

export const isClassifyingAnswer = (value: object): value is ClassifyingAnswer => isTextMap(fieldOf(value, 'classes'))
