/** What every kind's view takes and gives, so that `QuestionView` needs to know none of them. */
import type { Mark } from '../../questions/verdict.ts'

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
