import type { QuestionId } from '../ids.ts'
import type { Question } from '../question-schema.ts'
export function findGiveaways(_questions: readonly Question[]): ReadonlyMap<QuestionId, readonly QuestionId[]> { return new Map() }
