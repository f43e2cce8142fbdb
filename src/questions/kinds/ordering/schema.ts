/** Items to be put in order. */
import { z } from 'zod'
import { partId } from '../../../content/ids.ts'
import { markdown, plain } from '../../../content/text.ts'
import { frame } from '../../frame-schema.ts'

export const orderingQuestion = z.strictObject({
  ...frame, kind: z.literal('ordering'),
  items: z.array(z.strictObject({ id: partId, text: markdown() })).min(3).max(7).describe('In the right order'),
  from: plain().describe('What the first place means, such as earliest'), to: plain().describe('What the last place means, such as latest'),
  slips: z.array(z.strictObject({ id: partId, before: partId, after: partId, feedback: markdown() })).default([]).describe('Said when `before` was put before `after` although it comes later'),
})
export type OrderingQuestion = z.infer<typeof orderingQuestion>
