import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { SimulatedDevice, someMoment, someQuestions } from './arbitrary-log.ts'
import { dayNumber, weekday } from './day-clock.ts'
import { ratings, type Rating } from './event.ts'
import { publishedParameters } from './fsrs-model.ts'
import { stateOf } from './memory.ts'
import { unseenState, type ReviewState } from './memory-state.ts'
import { previewRatings, type ScheduleContext } from './schedule.ts'
import { defaultSettings, type LearnerSettings } from './settings.ts'

const question = someQuestions[0]!
const dayMs = 86_400_000
const plain: LearnerSettings = { ...defaultSettings, fuzz: false }

function ratingOf(grade: number): Rating {
  return ratings[grade - 1]!
}
function context(change: Partial<ScheduleContext> = {}): ScheduleContext {
  return { questionId: question, moment: someMoment, settings: plain, parameters: publishedParameters, ...change }
}
function reviewState(change: Partial<ReviewState> = {}): ReviewState {
  const lastDay = dayNumber(someMoment, 4) - 10
  return { stage: 'review', stability: 10, difficulty: 5, lastDay, dueDay: lastDay + 10, reviews: 4, lapses: 0, suspended: false, flagged: false, failedDay: -1, ...change }
}

describe('the schedule', () => {
  it('gives the reference intervals when each question is answered when due', () => {
    const device = new SimulatedDevice('left', plain)
    let moment = someMoment
    const intervals = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3].map((grade) => {
      const today = dayNumber(moment, 4)
      device.answer(question, ratingOf(grade), moment)
      const state = stateOf(device.memory, question)
      if (state.stage === 'new') throw new Error('it was answered')
      const interval = state.dueDay - today
      moment = interval > 0 ? { ...moment, utcMs: moment.utcMs + interval * dayMs } : { ...moment, utcMs: moment.utcMs + 600_000 }
      return interval
    })
    expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21])
  })

  it('gives the reference stability and difficulty', () => {
    const device = new SimulatedDevice('left', plain)
    const history: { grade: number; daysSince: number }[] = [{ grade: 1, daysSince: 0 }, ...[0, 1, 3, 8, 21].map((daysSince) => ({ grade: 3, daysSince }))]
    let moment = someMoment
    for (const { grade, daysSince } of history) {
      moment = { ...moment, utcMs: moment.utcMs + daysSince * dayMs }
      device.answer(question, ratingOf(grade), moment)
    }
    const state = stateOf(device.memory, question)
    if (state.stage === 'new') throw new Error('it was answered')
    expect(state.stability).toBeCloseTo(53.62691, 4)
    expect(state.difficulty).toBeCloseTo(6.3574867, 6)
  })

  it('takes a new question through its steps', () => {
    const preview = previewRatings(unseenState, context())
    expect([preview.again.stepMinutes, preview.hard.stepMinutes, preview.good.stepMinutes]).toEqual([1, 6, 10])
    expect(preview.easy).toMatchObject({ stepMinutes: 0, intervalDays: 8 })
  })

  it('goes by days at once when there are no steps', () => {
    const preview = previewRatings(unseenState, context({ settings: { ...plain, learningSteps: [] } }))
    expect(preview.good).toMatchObject({ stepMinutes: 0, intervalDays: 2 })
  })

  it('moves a step that ends after the rollover hour to the next day', () => {
    const late = { utcMs: Date.UTC(2026, 2, 1, 2, 55), offsetMinutes: 60 }
    const preview = previewRatings(unseenState, context({ moment: late }))
    expect(preview.good.dueDay).toBe(dayNumber(late, 4) + 1)
  })

  it('never brings a better rating back sooner', () => {
    fc.assert(fc.property(fc.double({ min: 0.1, max: 2_000, noNaN: true }), fc.double({ min: 1, max: 10, noNaN: true }), fc.nat(400), fc.double({ min: 0.7, max: 0.97, noNaN: true }), (stability, difficulty, ago, desiredRetention) => {
      const today = dayNumber(someMoment, 4)
      const preview = previewRatings(reviewState({ stability, difficulty, lastDay: today - ago }), context({ settings: { ...plain, desiredRetention } }))
      expect(preview.hard.intervalDays).toBeLessThan(preview.good.intervalDays)
      expect(preview.good.intervalDays).toBeLessThan(preview.easy.intervalDays)
      expect(preview.hard.intervalDays).toBeGreaterThanOrEqual(1)
    }))
  })

  it('chooses the same fuzzed day every time, near the plain one', () => {
    const fuzzed = context({ settings: defaultSettings })
    const once = previewRatings(reviewState(), fuzzed).good
    expect(previewRatings(reviewState(), fuzzed).good).toEqual(once)
    const exact = previewRatings(reviewState(), context()).good
    expect(Math.abs(once.intervalDays - exact.intervalDays)).toBeLessThanOrEqual(Math.ceil(exact.intervalDays * 0.1) + 2)
  })

  it('keeps off rest days', () => {
    for (let ago = 5; ago < 60; ago += 1) {
      const settings = { ...defaultSettings, restDays: [0, 6] }
      const preview = previewRatings(reviewState({ lastDay: dayNumber(someMoment, 4) - ago }), context({ settings }))
      for (const rating of ['hard', 'good', 'easy'] as const) expect([0, 6]).not.toContain(weekday(preview[rating].dueDay))
    }
  })

  it('prefers days with less to do', () => {
    const state = reviewState({ stability: 40 })
    const free = previewRatings(state, context({ settings: defaultSettings })).good
    const crowded = previewRatings(state, context({ settings: defaultSettings, loadOn: (day) => (day === free.dueDay ? 1_000 : 0) })).good
    expect(crowded.dueDay).not.toBe(free.dueDay)
  })

  it('shortens intervals when more is to be recalled', () => {
    const strict = previewRatings(reviewState(), context({ settings: { ...plain, desiredRetention: 0.97 } })).good
    const easy = previewRatings(reviewState(), context({ settings: { ...plain, desiredRetention: 0.7 } })).good
    expect(strict.intervalDays).toBeLessThan(easy.intervalDays)
  })
})
