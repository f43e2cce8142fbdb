/** One hinge term left out of a sentence. */
import { z } from 'zod'
import { frame } from '../../frame-schema.ts'
import { typedText } from '../../text/typed-text-schema.ts'

export const clozeQuestion = z.strictObject({ ...frame, kind: z.literal('cloze'), ...typedText }).describe('The stem holds the blank as ___ (three underscores), once')
export type ClozeQuestion = z.infer<typeof clozeQuestion>
