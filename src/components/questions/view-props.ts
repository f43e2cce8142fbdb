/** What every kind's view takes and gives, so that `QuestionView` needs to know none of them. */
import type { Component } from 'vue'
import type { AnswerOf, QuestionKind, VariantOf } from '../../questions/registry.ts'
import type { Mark } from '../../questions/verdict.ts'
import type { ComponentTexts } from '../texts.ts'

// An interface would not fit a generic view: it has no index signature.
export type ViewProps<V, A> = {
  variant: V
  answer: A
  /** Of single parts; empty before grading. */
  marks: readonly Mark[]
  /** Of the answer as a whole, for a field. */
  mark?: 'answer' | 'yours' | 'partly'
  locked: boolean
  /** Letters choose. */
  letterKeys: boolean
}

export interface ViewEmits<A> {
  'update:answer': [answer: A]
  'submit': []
}

/** How a kind of question is shown, and which keys answer in it. */
export interface KindView<V, A> {
  readonly component: Component<ViewProps<V, A>>
  /** Which keys answer now, for those who have a keyboard. */
  keys(say: ComponentTexts['keysOfView'], variant: V, answer: A): string
  /** Where the view shows the stem itself: what stands beneath a stem that is shown elsewhere. */
  readonly withoutStem?: Component<ViewProps<V, A>>
}
export type ViewOf<K extends QuestionKind> = KindView<VariantOf<K>, AnswerOf<K>>
