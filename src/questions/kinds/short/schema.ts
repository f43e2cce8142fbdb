/** A word or phrase to be typed. */
import { z } from 'zod'
import { frame } from '../../frame-schema.ts'
import { typedText } from '../../text/typed-text-schema.ts'

export const shortQuestion = z.strictObject({ ...frame, kind: z.literal('short'), ...typedText })
export type ShortQuestion = z.infer<typeof shortQuestion>
