import { fieldOf, isTextMap } from '../answer-shape.ts'

/** `pairs` maps the id of a left side to that of the right side given to it. */
export interface MatchingAnswer { readonly kind: 'matching'; readonly pairs: Readonly<Record<string, string>> }

export const emptyMatching = (): MatchingAnswer => ({ kind: 'matching', pairs: {} })

export const isMatchingAnswer = (value: object): value is MatchingAnswer => isTextMap(fieldOf(value, 'pairs'))
