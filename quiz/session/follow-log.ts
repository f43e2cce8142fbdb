/**
 * A kept session is written after the log: who is cut off between the two finds its answer in the log and not in the
 * session. Where the session stands therefore follows from the log.
 */
import type { QuestionId } from '../../src/content/ids.ts'
import { type AnswerEvent, eventId } from '../../src/memory/event.ts'
import type { Memory } from '../../src/memory/memory.ts'
import type { KeptSession } from './kept-session.ts'

interface FollowedSession extends KeptSession {
  /** Answers to the next questions that the log holds and the session did not know of; `order` has those that return. */
  readonly missed: readonly AnswerEvent[]
}

/** @param isExam an exam counts only what was answered as practice, and nothing returns in it */
export function followLog(kept: KeptSession, memory: Pick<Memory, 'journal' | 'redoable' | 'states'>, isExam: boolean): FollowedSession {
  const undone = new Set(memory.redoable.map(eventId))
  let { order, answered } = kept
  for (let last = answered.at(-1); last?.event !== undefined && undone.has(last.event); last = answered.at(-1)) {
    answered = answered.slice(0, -1)
    order = withoutReturn(order, last.id, answered.length)
  }
  const known = new Set(answered.map(({ event }) => event))
  const missed: AnswerEvent[] = []
  for (const { event } of memory.journal) {
    if (event.type !== 'answer' || event.order <= kept.logOrder || event.questionId !== order[answered.length + missed.length] || known.has(eventId(event)) || (isExam && !event.practice)) continue
    missed.push(event)
    if (returnsInSession(event, isExam) && !memory.states.get(event.questionId)?.suspended) order = [...order, event.questionId]
  }
  const isWhereItWas = missed.length === 0 && answered.length === kept.answered.length
  return { ...kept, order, answered, missed, ...(!isWhereItWas && { current: undefined }) }
}

/** Whether a question comes once more in the session in which it was answered. */
export function returnsInSession({ practice, rating, stepMinutes }: Pick<AnswerEvent, 'practice' | 'rating' | 'stepMinutes'>, isExam: boolean): boolean {
  return practice ? rating === 'again' && !isExam : stepMinutes > 0
}

/** Takes a question that was to return from behind a place. */
export function withoutReturn(order: readonly QuestionId[], id: QuestionId, place: number): readonly QuestionId[] {
  const returnsAt = order.lastIndexOf(id)
  return returnsAt > place ? order.filter((_, at) => at !== returnsAt) : order
}
