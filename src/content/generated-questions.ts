import type { LoadedArticle } from './loaded-library.ts'
import type { Person } from './library-schema.ts'
import type { Question } from './question-schema.ts'
export function generateQuestions(_article: LoadedArticle, _people: readonly Person[]): Question[] { return [] }
