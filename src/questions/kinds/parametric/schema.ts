/** A number that a mechanism gives for values drawn anew for each review. */
import { z } from 'zod'
import { mechanismId, partId } from '../../../content/ids.ts'
import { markdown, plain } from '../../../content/text.ts'
import { frame } from '../../frame-schema.ts'
import { tolerance } from '../numeric/schema.ts'

/** A range of more values than this is a slip of the pen. */
const MOST_VALUES = 1000

/** Steps from `from` up to `to`; a value of the list for each. Rounded, so that 0.1 + 0.2 is 0.3. */
const valueRange = z.strictObject({ from: z.number(), to: z.number(), step: z.number().positive() })
  .refine(({ from, to, step }) => to > from && (to - from) / step <= MOST_VALUES, { error: `to lies above from, and at most ${MOST_VALUES} steps lead there` })
  .transform(({ from, to, step }) => Array.from({ length: Math.floor((to - from) / step + 1e-9) + 1 }, (_, index) => Number((from + index * step).toPrecision(12))))

export const parametricQuestion = z.strictObject({
  ...frame, kind: z.literal('parametric'),
  mechanism: mechanismId,
  parameters: z.record(z.string(), z.union([z.array(z.number()).min(1), valueRange])).describe('Per parameter of the mechanism, the values that a variant draws from, as a curated list or as { from, to, step }; the stem shows them as {name}'),
  asks: plain().describe('Which output of the mechanism is the answer'),
  answerAs: z.enum(['typed', 'choice']).default('typed').describe('choice: distractors come from the slips'),
  unit: plain().optional().describe('% means that the output, a share, is asked in per cent'),
  decimals: z.int().min(0).max(6).default(0).describe('To how many decimals the answer is shown'),
  tolerance,
  slips: z.array(z.strictObject({ id: partId, formula: plain().describe('Name of an error formula that the mechanism exports'), feedback: markdown() })).min(2),
})
export type ParametricQuestion = z.infer<typeof parametricQuestion>
