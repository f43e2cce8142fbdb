/** Any number of right options among three to six. */
import { z } from 'zod'
import { frame } from '../../frame-schema.ts'
import { option } from '../choice/schema.ts'

export const severalQuestion = z.strictObject({
  ...frame, kind: z.literal('several'), options: z.array(option).min(3).max(6), keepOrder: z.boolean().default(false),
})
export type SeveralQuestion = z.infer<typeof severalQuestion>
