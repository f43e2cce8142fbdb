/** A number that a mechanism gives for values drawn anew for each review. */
import { z } from 'zod'
import { mechanismId, partId } from '../../../content/ids.ts'
import { markdown, plain } from '../../../content/text.ts'
import { frame } from '../../frame-schema.ts'
import { tolerance } from '../numeric/schema.ts'

export const parametricQuestion = z.strictObject({
  ...frame, kind: z.literal('parametric'),
  mechanism: mechanismId,
  parameters: z.record(z.string(), z.array(z.number()).min(1)).describe('Per parameter of the mechanism, the curated values that a variant draws from; the stem shows them as {name}'),
  asks: plain().describe('Which output of the mechanism is the answer'),
  answerAs: z.enum(['typed', 'choice']).default('typed').describe('choice: distractors come from the slips'),
  unit: plain().optional().describe('% means that the output, a share, is asked in per cent'),
  decimals: z.int().min(0).max(6).default(0).describe('To how many decimals the answer is shown'),
  tolerance,
  slips: z.array(z.strictObject({ id: partId, formula: plain().describe('Name of an error formula that the mechanism exports'), feedback: markdown() })).min(2),
})
export type ParametricQuestion = z.infer<typeof parametricQuestion>
