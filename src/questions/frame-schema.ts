/** What all kinds of question share in `questions.yaml`; each kind's own part stands in kinds/<kind>/schema.ts. */
import { z } from 'zod'
import { claimId, questionId } from '../content/ids.ts'
import { markdown } from '../content/text.ts'

export const levels = ['recall', 'understand', 'apply', 'analyse', 'compare'] as const
export type Level = (typeof levels)[number]

export const frame = {
  id: questionId,
  rev: z.int().positive().describe('Goes up when the meaning changes, not for a typo'),
  level: z.enum(levels),
  claims: z.array(claimId).min(1).describe('What it tests; the first is the main one and decides its siblings'),
  stem: markdown().describe('Stands alone: names the article or the speaker, ends in ? or holds one blank'),
  negative: z.boolean().default(false).describe('True when the stem asks what is not so; then the stem emphasises **not** or **except**'),
  explanation: markdown().describe('Why the answer is right, 30 to 300 characters; where it stands is added from the claims'),
}
