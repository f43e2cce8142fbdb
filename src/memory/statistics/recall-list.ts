/** Lists every review that tested memory across at least one day, with what FSRS foresaw. */
import { elapsedDays } from '../day-clock.ts'
import { walkAnswers } from '../answer-history.ts'
import type { ReviewEvent } from '../event.ts'
import { retrievability } from '../fsrs-model.ts'

export interface Recall {
  readonly day: number
  readonly elapsed: number
  /** Retrievability before the answer, 0 to 1. */
  readonly predicted: number
  readonly recalled: boolean
  readonly reviews: number
}
export interface RecallList {
  readonly answers: number
  readonly byDays: readonly Recall[]
}

/** @param log in its order; what was undone is left out */
export function listRecalls(log: readonly ReviewEvent[]): RecallList {
  const byDays: Recall[] = []
  let answers = 0
  walkAnswers(log, (answer, before) => {
    answers += 1
    if (before.stage === 'new') return
    const elapsed = elapsedDays(before.lastDay, answer.day)
    if (elapsed > 0) byDays.push({ day: answer.day, elapsed, predicted: retrievability(before.stability, elapsed, answer.parameters), recalled: answer.rating !== 'again', reviews: before.reviews })
  })
  return { answers, byDays }
}
