import { fieldOf, isText, isTextList } from '../answer-shape.ts'

/** `compared` turns true when the learner asks for the model answer; `points` are the rubric points they then tick. */
export interface RecallAnswer { readonly kind: 'recall'; readonly text: string; readonly compared: boolean; readonly points: readonly string[] }

export const emptyRecall = (): RecallAnswer => ({ kind: 'recall', text: '', compared: false, points: [] })

export const isRecallAnswer = (value: object): value is RecallAnswer =>
  isText(fieldOf(value, 'text')) && typeof fieldOf(value, 'compared') === 'boolean' && isTextList(fieldOf(value, 'points'))
