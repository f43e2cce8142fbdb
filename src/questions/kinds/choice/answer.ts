import { fieldOf, isText } from '../answer-shape.ts'

export interface ChoiceAnswer { readonly kind: 'choice'; readonly option: string | null }

export const emptyChoice = (): ChoiceAnswer => ({ kind: 'choice', option: null })

export function isChoiceAnswer(value: object): value is ChoiceAnswer {
  const option = fieldOf(value, 'option')
  return option === null || isText(option)
}
