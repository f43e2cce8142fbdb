/** What would be recalled today: of one question, and summed by article and by claim. */
import type { ArticleSlug, ClaimId } from '../../content/ids.ts'
import type { QuestionStub } from '../../content/library.ts'
import { elapsedDays } from '../day-clock.ts'
import { retrievability } from '../fsrs-model.ts'
import type { Memory } from '../memory.ts'
import { unseenState, type MemoryState } from '../memory-state.ts'

export interface ExpectedRecall {
  readonly questions: number
  /** Those answered at least once. */
  readonly seen: number
  /** The number of questions that would be recalled today: the sum of their chances; a question never seen counts 0. */
  readonly recalled: number
  readonly due: number
}

/** The chance, 0 to 1, of recalling a question today; 0 when it was never answered. @param parameters those in use, see fsrs-model */
export function expectedRecall(state: MemoryState, today: number, parameters: number): number {
  return state.stage === 'new' ? 0 : retrievability(state.stability, elapsedDays(state.lastDay, today), parameters)
}

export function recallByArticle(questions: readonly QuestionStub[], memory: Memory, today: number): Map<ArticleSlug, ExpectedRecall> {
  return sumBy(questions, memory, today, (question) => [question.article])
}

/** A question counts for each claim that it tests. */
export function recallByClaim(questions: readonly QuestionStub[], memory: Memory, today: number): Map<ClaimId, ExpectedRecall> {
  return sumBy(questions, memory, today, (question) => question.claims)
}

function sumBy<Key>(questions: readonly QuestionStub[], memory: Memory, today: number, keysOf: (question: QuestionStub) => readonly Key[]): Map<Key, ExpectedRecall> {
  const sums = new Map<Key, { questions: number; seen: number; recalled: number; due: number }>()
  const rows = memory.states.rowsOf(questions)
  for (const [index, question] of questions.entries()) {
    const state = memory.states.at(rows[index] ?? -1) ?? unseenState
    for (const key of keysOf(question)) {
      const sum = sums.get(key) ?? { questions: 0, seen: 0, recalled: 0, due: 0 }
      sums.set(key, sum)
      sum.questions += 1
      if (state.stage === 'new') continue
      sum.seen += 1
      sum.recalled += expectedRecall(state, today, memory.parameters)
      if (!state.suspended && state.dueDay <= today) sum.due += 1
    }
  }
  return sums
}
