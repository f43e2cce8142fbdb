/** A number to be typed, with a tolerance and perhaps a unit. */
import { z } from 'zod'
import { partId } from '../../../content/ids.ts'
import { markdown, plain } from '../../../content/text.ts'
import { frame } from '../../frame-schema.ts'

export const tolerance = z.union([
  z.strictObject({ absolute: z.number().positive() }),
  z.strictObject({ relative: z.number().positive().max(1) }),
  z.strictObject({ significantFigures: z.int().min(1).max(6) }),
  z.strictObject({ magnitude: z.number().positive().max(2).describe('Orders of magnitude by which the answer may be off, such as 0.5') }),
])
export type Tolerance = z.infer<typeof tolerance>

export const numericQuestion = z.strictObject({
  ...frame, kind: z.literal('numeric'),
  answer: z.number(),
  unit: plain().optional().describe('The unit expected, such as MWh, %, or a counted thing such as tokens; % means answer is in per cent'),
  tolerance,
  slips: z.array(z.strictObject({ id: partId, value: z.number(), feedback: markdown(), misconception: plain().optional() })).default([]).describe('Wrong values that a known mistake gives'),
})
export type NumericQuestion = z.infer<typeof numericQuestion>
