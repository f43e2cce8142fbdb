/** `data/articles/<slug>/questions.yaml`. What a kind of question adds to the shared frame stands in its folder under src/questions/kinds. */
import { z } from 'zod'
import { authoredKinds, type QuestionKind, type QuestionOf } from '../questions/authored-kinds.ts'
import type { AuthoredKind } from '../questions/kinds/authored-kind.ts'

export { type Level } from '../questions/frame-schema.ts'
export type { Tolerance } from '../questions/kinds/numeric/schema.ts'
export type { QuestionKind, QuestionOf } from '../questions/authored-kinds.ts'

export type Question = { [K in QuestionKind]: QuestionOf<K> }[QuestionKind]
type QuestionSchema = (typeof authoredKinds)[QuestionKind]['schema']

// A union wants to know that it has a first member; a registry without kinds would be no registry.
const schemas = Object.values(authoredKinds).map(({ schema }) => schema) as [QuestionSchema, ...QuestionSchema[]]
export const question = z.discriminatedUnion('kind', schemas)
export const questionsFile = z.strictObject({ questions: z.array(question).default([]) })

/** What the checks know of this question's kind. */
export const authoredKindOf = (question: Question): AuthoredKind<Question, never, object> => authoredKinds[question.kind]
