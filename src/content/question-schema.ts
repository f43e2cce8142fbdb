/** `data/articles/<slug>/questions.yaml`. What a kind of question adds to the shared frame stands in its folder under src/questions/kinds. */
import { z } from 'zod'
import { choiceQuestion } from '../questions/kinds/choice/schema.ts'
import { classifyingQuestion } from '../questions/kinds/classifying/schema.ts'
import { clozeQuestion } from '../questions/kinds/cloze/schema.ts'
import { matchingQuestion } from '../questions/kinds/matching/schema.ts'
import { numericQuestion } from '../questions/kinds/numeric/schema.ts'
import { orderingQuestion } from '../questions/kinds/ordering/schema.ts'
import { parametricQuestion } from '../questions/kinds/parametric/schema.ts'
import { recallQuestion } from '../questions/kinds/recall/schema.ts'
import { severalQuestion } from '../questions/kinds/several/schema.ts'
import { shortQuestion } from '../questions/kinds/short/schema.ts'

export { type Level } from '../questions/frame-schema.ts'
export type { Tolerance } from '../questions/kinds/numeric/schema.ts'

export const question = z.discriminatedUnion('kind', [choiceQuestion, severalQuestion, matchingQuestion, orderingQuestion, classifyingQuestion, numericQuestion, parametricQuestion, clozeQuestion, shortQuestion, recallQuestion])
export const questionsFile = z.strictObject({ questions: z.array(question).default([]) })

export type Question = z.infer<typeof question>
export type QuestionKind = Question['kind']
export type QuestionOf<K extends QuestionKind> = Extract<Question, { kind: K }>
