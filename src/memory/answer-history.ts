/** The answers of a log as they count, each with the state that its question had before. */
import type { QuestionId } from '../content/ids.ts'
import { eventId, type AnswerEvent, type EventId, type ReviewEvent } from './event.ts'
import { entriesInForce } from './in-force.ts'
import type { AnswerEntry } from './memory.ts'
import { unseenState, type MemoryState } from './memory-state.ts'
import { nextState, repairState } from './replay.ts'

/**
 * Visits every scheduled answer in force with the rating that counts. Practice and what was undone are left out.
 * @param log in its order
 */
export function walkAnswers(log: readonly ReviewEvent[], visit: (answer: AnswerEvent, before: MemoryState) => void): void {
  const states = new Map<QuestionId, MemoryState>()
  for (const event of entriesInForce(log)) {
    if (event.type === 'repair-clock') {
      for (const [questionId, state] of states) states.set(questionId, repairState(state, event))
      continue
    }
    const before = states.get(event.questionId) ?? unseenState
    if (event.type === 'answer' && !event.practice) visit(event, before)
    states.set(event.questionId, nextState(before, event))
  }
}

/** An answer of any age, for giving it another rating; undefined when it is not in force, or was practice. */
export function findLoggedAnswer(log: readonly ReviewEvent[], id: EventId): AnswerEntry | undefined {
  const wanted = log.find((event) => event.type === 'answer' && eventId(event) === id)
  if (wanted?.type !== 'answer') return undefined
  let found: AnswerEntry | undefined
  walkAnswers(log.filter((event) => !('questionId' in event) || event.questionId === wanted.questionId), (event, before) => {
    if (eventId(event) === id) found = { event, before }
  })
  return found
}
