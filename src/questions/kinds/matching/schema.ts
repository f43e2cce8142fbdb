/** Left sides to be joined to their right sides. */
import { z } from 'zod'
import { partId } from '../../../content/ids.ts'
import { markdown } from '../../../content/text.ts'
import { frame } from '../../frame-schema.ts'

export const matchingQuestion = z.strictObject({
  ...frame, kind: z.literal('matching'),
  pairs: z.array(z.strictObject({ id: partId, left: markdown(), right: markdown(), feedback: markdown().describe('Said when this left side was paired wrongly') })).min(3).max(6),
  extras: z.array(z.strictObject({ id: partId, right: markdown(), feedback: markdown() })).default([]).describe('Right sides that belong to nothing'),
})
export type MatchingQuestion = z.infer<typeof matchingQuestion>
