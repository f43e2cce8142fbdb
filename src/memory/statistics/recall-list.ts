/** Walks the log once and lists every review that tested memory across at least one day, with what FSRS foresaw. */
import type { QuestionId } from '../../content/ids.ts'
import { elapsedDays } from '../day-clock.ts'
import { eventId, type AnswerEvent, type EventId, type ReviewEvent } from '../event.ts'
import { retrievability } from '../fsrs-model.ts'
import { unseenState, type MemoryState } from '../memory-state.ts'
import { nextState } from '../replay.ts'

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
    if (elapsed > 0) byDays.push({ day: answer.day, elapsed, predicted: retrievability(before.stability, elapsed), recalled: answer.rating !== 'again', reviews: before.reviews })
  })
  return { answers, byDays }
}

/** Visits every scheduled answer in force, with the state of its question before it. Practice and what was undone are left out. */
export function walkAnswers(log: readonly ReviewEvent[], visit: (answer: AnswerEvent, before: MemoryState) => void): void {
  const undone = findUndone(log)
  const states = new Map<QuestionId, MemoryState>()
  for (const event of log) {
    if (event.type === 'undo' || event.type === 'redo' || event.type === 'repair-clock' || (undone.size > 0 && undone.has(eventId(event)))) continue
    const state = states.get(event.questionId) ?? unseenState
    if (event.type === 'answer' && !event.practice) visit(event, state)
    states.set(event.questionId, nextState(state, event))
  }
}

function findUndone(log: readonly ReviewEvent[]): ReadonlySet<EventId> {
  const undone = new Set<EventId>()
  for (const event of log) {
    if (event.type === 'undo') undone.add(event.target)
    if (event.type === 'redo') undone.delete(event.target)
  }
  return undone
}
