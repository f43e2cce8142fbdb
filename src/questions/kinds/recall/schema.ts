/** A free answer that the learner compares with a model answer, point by point. */
import { z } from 'zod'
import { partId } from '../../../content/ids.ts'
import { markdown } from '../../../content/text.ts'
import { frame } from '../../frame-schema.ts'

export const recallQuestion = z.strictObject({
  ...frame, kind: z.literal('recall'),
  model: markdown().describe('A full answer, shown after the learner has written theirs'),
  rubric: z.array(z.strictObject({ id: partId, text: markdown() })).min(2).max(5).describe('Points that the learner ticks'),
})
export type RecallQuestion = z.infer<typeof recallQuestion>
