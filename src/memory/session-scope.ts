/** What a session is about. */
import type { ArticleSlug, ClaimId, QuestionId } from '../content/ids.ts'
import type { QuestionStub } from '../content/library.ts'
import type { Level, QuestionKind } from '../content/question-schema.ts'
import type { MemoryState } from './memory-state.ts'

/** Which questions a session is about; every part given must hold. An issue or a tag is a set of claims or questions. */
export interface Scope {
  readonly article?: ArticleSlug
  /** One of the question's claims is among these. */
  readonly claims?: ReadonlySet<ClaimId>
  readonly questions?: ReadonlySet<QuestionId>
  readonly kinds?: readonly QuestionKind[]
  readonly levels?: readonly Level[]
  readonly flagged?: boolean
  readonly failedToday?: boolean
}

/** Whether the question belongs to the session. */
export function isInScope(question: QuestionStub, state: MemoryState, scope: Scope, today: number): boolean {
  const { claims } = scope
  return (scope.article === undefined || question.article === scope.article)
    && (claims === undefined || question.claims.some((claim) => claims.has(claim)))
    && (scope.questions === undefined || scope.questions.has(question.id))
    && (scope.kinds === undefined || scope.kinds.includes(question.kind))
    && (scope.levels === undefined || scope.levels.includes(question.level))
    && (scope.flagged !== true || state.flagged)
    && (scope.failedToday !== true || state.failedDay === today)
}
