/** What a question with a typed word or phrase lists: right forms, near misses, known mistakes. */
import { z } from 'zod'
import { partId } from '../../content/ids.ts'
import { markdown, plain } from '../../content/text.ts'

export const acceptedText = z.union([plain(), z.strictObject({ text: plain(), lang: z.enum(['en', 'zh', 'ru']), exact: z.boolean().default(false).describe('No typo tolerance') })])
const listedTexts = z.array(z.strictObject({ id: partId, texts: z.array(plain()).min(1), feedback: markdown() }))

export const typedText = {
  accept: z.array(acceptedText).min(1).describe('Every form that a person would count as right'),
  near: listedTexts.default([]).describe('Near misses, told what is missing'),
  misconceptions: listedTexts.default([]).describe('Wrong answers that a known mistake gives'),
}
export type AcceptedText = z.infer<typeof acceptedText>
export type ListedTexts = z.infer<typeof listedTexts>
