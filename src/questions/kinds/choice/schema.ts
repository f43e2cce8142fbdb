/** One right option among three to five. */
import { z } from 'zod'
import { partId } from '../../../content/ids.ts'
import { markdown, plain } from '../../../content/text.ts'
import { frame } from '../../frame-schema.ts'

export const option = z.strictObject({
  id: partId,
  text: markdown(),
  correct: z.boolean().default(false),
  feedback: markdown().describe('For a distractor: what slip leads here. For the key: what makes it right'),
  misconception: plain().optional().describe('The name of the mistake, such as absolute-for-share'),
})

export const choiceQuestion = z.strictObject({
  ...frame, kind: z.literal('choice'), options: z.array(option).min(3).max(5),
  keepOrder: z.boolean().default(false).describe('True when the order of the options means something, as with numbers'),
})
export type ChoiceQuestion = z.infer<typeof choiceQuestion>
