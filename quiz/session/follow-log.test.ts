import { expect, test } from 'vitest'
import { SimulatedDevice, someMoment, someQuestions } from '../../src/memory/arbitrary-log.ts'
import { draftUndo } from '../../src/memory/draft.ts'
import { eventId, type ReviewEvent } from '../../src/memory/event.ts'
import { defaultSettings } from '../../src/memory/settings.ts'
import { followLog } from './follow-log.ts'
import type { KeptSession, SessionAnswer } from './kept-session.ts'

const [first, second, third] = [someQuestions[0]!, someQuestions[1]!, someQuestions[2]!]
const later = (minutes: number) => ({ ...someMoment, utcMs: someMoment.utcMs + minutes * 60_000 })
const current = { seed: 7, answer: null, checked: true, thinkingMs: 0 }

function session(device: SimulatedDevice, change: Partial<KeptSession> = {}): KeptSession {
  return { query: {}, order: [first, second, third], answered: [], startedMs: 0, day: 0, logOrder: device.memory.newest.order, current, ...change }
}
function answeredBy(event: ReviewEvent): SessionAnswer {
  if (event.type !== 'answer') throw new Error('an answer is wanted')
  return { id: event.questionId, seed: event.seed, answer: null, verdict: 'right', stem: '', event: eventId(event), rating: event.rating }
}

test('a session stands where it was kept when the log holds nothing more', () => {
  const device = new SimulatedDevice('left')
  device.answer(second, 'good', someMoment)
  const kept = session(device)
  expect(followLog(kept, device.memory, false)).toEqual({ ...kept, missed: [] })
})

test('an answer that was stored when the session could not be kept any more is not asked for again', () => {
  const device = new SimulatedDevice('left')
  const kept = session(device)
  const event = device.answer(first, 'easy', someMoment)
  expect(followLog(kept, device.memory, false)).toMatchObject({ missed: [event], order: [first, second, third], current: undefined })
})

test('several such answers are followed one after the other, and those that return stand at the end', () => {
  const device = new SimulatedDevice('left')
  const kept = session(device)
  const events = [device.answer(first, 'again', someMoment), device.answer(second, 'easy', later(1))]
  expect(followLog(kept, device.memory, false)).toMatchObject({ missed: events, order: [first, second, third, first] })
})

test('a question that was set aside with its answer does not return', () => {
  const device = new SimulatedDevice('left')
  const kept = session(device)
  device.answer(first, 'again', someMoment)
  device.act({ device: 0, action: 'suspend', question: 0, rating: 'good', clockMs: 0, offsetMinutes: 0 }, later(1))
  expect(followLog(kept, device.memory, false).order).toEqual([first, second, third])
})

test('an answer that is known already is not counted twice when its question is the next one again', () => {
  const device = new SimulatedDevice('left')
  const { newest } = device.memory
  const event = device.answer(first, 'again', someMoment)
  const kept = session(device, { order: [first, first], answered: [answeredBy(event)], logOrder: newest.order })
  expect(followLog(kept, device.memory, false).missed).toEqual([])
})

test('an answer whose undo was stored is asked for again, and does not return besides', () => {
  const device = new SimulatedDevice('left')
  const event = device.answer(first, 'again', someMoment)
  const kept = session(device, { answered: [answeredBy(event)], order: [first, second, third, first] })
  device.write(draftUndo(device.memory, defaultSettings, later(1))!)
  expect(followLog(kept, device.memory, false)).toMatchObject({ missed: [], answered: [], order: [first, second, third], current: undefined })
})

test('an exam counts no answer that was given outside of it', () => {
  const device = new SimulatedDevice('left')
  const kept = session(device)
  device.answer(first, 'good', someMoment)
  expect(followLog(kept, device.memory, true).missed).toEqual([])
  const event = device.answer(first, 'again', later(1), true)
  expect(followLog(kept, device.memory, true)).toMatchObject({ missed: [event], order: [first, second, third] })
})
