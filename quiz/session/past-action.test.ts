import { expect, test } from 'vitest'
import { SimulatedDevice, someMoment, someQuestions } from '../../src/memory/arbitrary-log.ts'
import { draftAction, draftRate } from '../../src/memory/draft.ts'
import { type ActionEvent, eventId, type ReviewEvent } from '../../src/memory/event.ts'
import { findAnswer } from '../../src/memory/memory.ts'
import { defaultSettings } from '../../src/memory/settings.ts'
import type { SessionAnswer } from './kept-session.ts'
import { type Place, placeWith, placeWithout } from './past-action.ts'

const [first, second, third, fourth] = [someQuestions[0]!, someQuestions[1]!, someQuestions[2]!, someQuestions[3]!]
function asAction(event: ReviewEvent): ActionEvent {
  if (!('questionId' in event)) throw new Error('an action is wanted')
  return event
}
function shown(event: ReviewEvent): SessionAnswer {
  if (event.type !== 'answer') throw new Error('an answer is wanted')
  return { id: event.questionId, seed: event.seed, answer: event.answer, verdict: 'right', stem: '', event: eventId(event), rating: event.rating }
}

test('the last answer taken back is asked again in its place, and no second time; brought again, all is as before', () => {
  const event = new SimulatedDevice('left').answer(first, 'again', someMoment)
  const done: Place = { order: [first, second, first], answered: [shown(event)] }
  const open = placeWithout(done, asAction(event), undefined)
  expect(open).toEqual({ order: [first, second], answered: [] })
  expect(placeWith(open, asAction(event), shown(event))).toEqual(done)
})

test('the question of an answer given elsewhere comes next; brought again, it is not asked for any more', () => {
  const event = new SimulatedDevice('left').answer(fourth, 'easy', someMoment)
  const own = shown(new SimulatedDevice('right').answer(first, 'easy', someMoment))
  const place: Place = { order: [first, second, third], answered: [own] }
  expect(placeWithout(place, asAction(event), undefined)).toEqual({ order: [first, fourth, second, third], answered: [own] })
  expect(placeWith({ ...place, order: [first, second, fourth, third] }, asAction(event), undefined)).toEqual(place)
})

test('a changed rating stands as it does in the log, and a flag moves nothing', () => {
  const device = new SimulatedDevice('left')
  const given = device.answer(first, 'hard', someMoment)
  const rate = asAction(device.write(draftRate(device.memory, defaultSettings, findAnswer(device.memory, eventId(given))!, 'easy', someMoment)))
  const flag = asAction(device.write(draftAction(defaultSettings, 'flag', second, someMoment)))
  const rated = (rating: 'hard' | 'easy'): Place => ({ order: [first, second], answered: [{ ...shown(given), rating }] })
  expect(placeWithout(rated('easy'), rate, 'hard')).toEqual(rated('hard'))
  expect(placeWith(rated('hard'), rate, undefined)).toEqual(rated('easy'))
  expect([placeWithout(rated('easy'), flag, undefined), placeWith(rated('easy'), flag, undefined)]).toEqual([rated('easy'), rated('easy')])
})
