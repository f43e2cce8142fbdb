/** `data/articles/<slug>/argument.yaml`: the claims, the relations between them, and the published figures beside them. */
import { z } from 'zod'
import { claimId, personId, referenceId, relationId } from './ids.ts'
import { partialDate } from './article-schema.ts'
import { markdown, plain } from './text.ts'

export const roles = ['thesis', 'reason', 'evidence', 'objection', 'rebuttal', 'consequence'] as const
export const statuses = ['fact', 'opinion', 'forecast'] as const
export const stances = ['asserts', 'endorses', 'reports', 'rejects'] as const
export type ClaimRole = (typeof roles)[number]
export type ClaimStatus = (typeof statuses)[number]
export type Stance = (typeof stances)[number]

/** A figure in a claim, tied to the source's own wording or to the formula it follows from. */
export const claimNumber = z.strictObject({
  shown: plain().describe('As it stands in the claim, such as 59.9%'),
  value: z.number().describe('The same as a plain number, such as 0.599'),
  original: plain().max(40).optional().describe('The figure as the cited paragraph writes it, such as 1000万'),
  formula: plain().optional().describe('For a derived figure: arithmetic that gives value, such as 0.95^10'),
}).refine((number) => (number.original === undefined) !== (number.formula === undefined), 'needs either original (as the source writes it) or formula (how it is derived), not both')

export const claim = z.strictObject({
  id: claimId,
  text: markdown().describe('One sentence, one idea, 8 to 30 words, in our own words, with the hedge of the source'),
  short: plain().max(64).describe('The same for a box on the argument map'),
  role: z.enum(roles),
  status: z.enum(statuses),
  asOf: partialDate.optional().describe('For a forecast: the date as of which it was made'),
  voice: z.strictObject({
    speaker: personId.describe('Who says it; a person of people.yaml, an anonymous group among them'),
    stance: z.enum(stances).describe("asserts: the author's own; else how the author takes what a reported speaker says"),
  }),
  paragraphs: z.array(z.int().positive()).min(1).describe('Numbers of the source paragraphs where it stands'),
  numbers: z.array(claimNumber).default([]),
}).refine((value) => value.status !== 'forecast' || value.asOf !== undefined, { path: ['asOf'], error: 'a forecast needs asOf: the date as of which it was made' })

const relationCommon = {
  id: relationId,
  from: claimId.describe('The claim that supports or attacks'),
  warrant: markdown().describe('Why this supports or attacks that'),
  drawnBy: z.enum(['article', 'editors']).default('article').describe('editors: the articles do not answer each other here; we draw the line'),
}
export const relation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('supports'), ...relationCommon, to: claimId }),
  z.strictObject({ kind: z.literal('rebuts'), ...relationCommon, to: claimId.describe('The claim that is denied') }),
  z.strictObject({ kind: z.literal('undercuts'), ...relationCommon, to: relationId.describe('The step (relation) that is denied, while its claims may stand') }),
])

/** A published figure beside the claims it bears on; what the literature says, never blended into what the article says. */
export const reference = z.strictObject({
  id: referenceId,
  fact: markdown().describe('What is published, with its figure and interval'),
  identifier: plain().describe('arXiv number, DOI, page title: enough to find it'),
  mark: z.enum(['V', 'S']).describe('V: seen in the primary source. S: seen in secondary sources only, which the text names'),
  verdict: z.enum(['agrees', 'differs', 'qualifies', 'context']).describe("How it compares with the article's own figure"),
  note: markdown().describe('How the two compare, so that a reader can tell which is which'),
  claims: z.array(claimId).min(1),
})

export const argumentFile = z.strictObject({
  claims: z.array(claim).default([]),
  relations: z.array(relation).default([]),
  references: z.array(reference).default([]),
})
export type Claim = z.infer<typeof claim>
export type ClaimNumber = z.infer<typeof claimNumber>
export type Relation = z.infer<typeof relation>
export type Reference = z.infer<typeof reference>
export type ArgumentFile = z.infer<typeof argumentFile>
