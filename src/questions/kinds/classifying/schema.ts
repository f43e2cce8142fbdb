/** Items to be put into two to four classes. */
import { z } from 'zod'
import { partId } from '../../../content/ids.ts'
import { markdown, plain } from '../../../content/text.ts'
import { frame } from '../../frame-schema.ts'

export const classifyingQuestion = z.strictObject({
  ...frame, kind: z.literal('classifying'),
  classes: z.array(z.strictObject({ id: partId, text: plain() })).min(2).max(4),
  items: z.array(z.strictObject({ id: partId, text: markdown(), class: partId, feedback: markdown().describe('Said when this item was put in a wrong class') })).min(3).max(8),
})
export type ClassifyingQuestion = z.infer<typeof classifyingQuestion>
