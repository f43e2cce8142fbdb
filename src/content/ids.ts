/** Branded ids: a claim id cannot be passed where a question id is wanted. All are authored and permanent. */
import { z } from 'zod'

const ID_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*$/
const kebabId = () => z.string().regex(ID_PATTERN, 'must be lower-case words joined by hyphens, such as o1-share-stays-small')

export const articleSlug = kebabId().brand<'ArticleSlug'>()
export const personId = kebabId().brand<'PersonId'>()
export const claimId = kebabId().brand<'ClaimId'>()
export const relationId = kebabId().brand<'RelationId'>()
export const referenceId = kebabId().brand<'ReferenceId'>()
export const questionId = kebabId().brand<'QuestionId'>()
export const issueId = kebabId().brand<'IssueId'>()
export const termId = kebabId().brand<'TermId'>()
export const mechanismId = kebabId().brand<'MechanismId'>()
/** The id of one option, item, class, pair, slip or rubric point; unique within its question. */
export const partId = kebabId().brand<'PartId'>()

export type ArticleSlug = z.infer<typeof articleSlug>
export type PersonId = z.infer<typeof personId>
export type ClaimId = z.infer<typeof claimId>
export type RelationId = z.infer<typeof relationId>
export type ReferenceId = z.infer<typeof referenceId>
export type QuestionId = z.infer<typeof questionId>
export type IssueId = z.infer<typeof issueId>
export type TermId = z.infer<typeof termId>
export type MechanismId = z.infer<typeof mechanismId>
export type PartId = z.infer<typeof partId>
