/** How a session stands when an action that it did not see, from before it was opened or from another page or tab, is taken back or brought again. */
import type { QuestionId } from '../../src/content/ids.ts'
import { type ActionEvent, eventId, type Rating } from '../../src/memory/event.ts'
import { returnsInSession } from './follow-log.ts'
import type { KeptSession, SessionAnswer } from './kept-session.ts'

/** How far a session has come. */
export type Place = Pick<KeptSession, 'order' | 'answered'>

/**
 * The place once the action is taken back: the question of an answer is the next one, and a changed rating is the one
 * that it was before, `rating`. Whatever else there is moves no question.
 */
export function placeWithout(place: Place, action: ActionEvent, rating: Rating | undefined): Place {
  if (action.type === 'rate') return withRatingOf(place, action, rating)
  if (action.type !== 'answer') return place
  const answered = place.answered.filter(({ event }) => event !== eventId(action))
  return { answered, order: [...idsOf(answered), action.questionId, ...aheadOf(place).filter((id) => id !== action.questionId)] }
}

/** The place once the action is in force again. @param given the answer as a session shows it, when it is one to the question on the screen */
export function placeWith(place: Place, action: ActionEvent, given: SessionAnswer | undefined): Place {
  if (action.type === 'rate') return withRatingOf(place, action, action.rating)
  if (action.type !== 'answer') return place
  const returns = returnsInSession(action, false)
  const ahead = aheadOf(place).filter((id) => id !== action.questionId)
  if (given === undefined) return returns ? place : { ...place, order: [...idsOf(place.answered), ...ahead] }
  const answered = [...place.answered, given]
  return { answered, order: [...idsOf(answered), ...ahead, ...(returns ? [action.questionId] : [])] }
}

function withRatingOf(place: Place, { target }: Extract<ActionEvent, { type: 'rate' }>, rating: Rating | undefined): Place {
  return rating === undefined ? place : { ...place, answered: place.answered.map((one) => (one.event === target ? { ...one, rating } : one)) }
}

const idsOf = (answered: readonly SessionAnswer[]): readonly QuestionId[] => answered.map(({ id }) => id)
const aheadOf = ({ order, answered }: Place): readonly QuestionId[] => order.slice(answered.length)
