/** Walks the log once and lists every review that tested memory across at least one day, with what FSRS foresaw. */
import type { QuestionId } from '../../content/ids.ts'
import { elapsedDays } from '../day-clock.ts'
import { eventId, type EventId, type ReviewEvent } from '../event.ts'
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
  const undone = findUndone(log)
  const states = new Map<QuestionId, MemoryState>()
  const byDays: Recall[] = []
  let answers = 0
  for (const event of log) {
    if (event.type === 'undo' || event.type === 'redo' || event.type === 'repair-clock' || (undone.size > 0 && undone.has(eventId(event)))) continue
    const state = states.get(event.questionId) ?? unseenState
    if (event.type === 'answer' && !event.practice) {
      answers += 1
      const elapsed = state.stage === 'new' ? 0 : elapsedDays(state.lastDay, event.day)
      if (state.stage !== 'new' && elapsed > 0) {
        byDays.push({ day: event.day, elapsed, predicted: retrievability(state.stability, elapsed), recalled: event.rating !== 'again', reviews: state.reviews })
      }
    }
    states.set(event.questionId, nextState(state, event))
  }
  return { answers, byDays }
}

function findUndone(log: readonly ReviewEvent[]): ReadonlySet<EventId> {
  const undone = new Set<EventId>()
  for (const event of log) {
    if (event.type === 'undo') undone.add(event.target)
    if (event.type === 'redo') undone.delete(event.target)
  }
  return undone
}
