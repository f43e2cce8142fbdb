import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { questionId } from '../content/ids.ts'
import { arbitrarySteps, playSteps, remembered, SimulatedDevice, someMoment } from './arbitrary-log.ts'
import { draftParameters, draftUndo } from './draft.ts'
import type { ReviewEvent } from './event.ts'
import { fitParameters, leastReviews, type Fit } from './fit.ts'
import { parametersOf, publishedParameters, publishedWeights, readWeights } from './fsrs-model.ts'
import { stateOf } from './memory.ts'
import { replay } from './replay.ts'
import { quickForgetter, settingsWithoutSteps, study } from './simulated-learner.ts'

const dayMs = 86_400_000
const request = { ...settingsWithoutSteps, inUse: publishedWeights }
function fit(log: readonly ReviewEvent[], change: Partial<typeof request> = {}): Fit {
  const steps = fitParameters(log, { ...request, ...change })
  for (let shareBefore = 0; ;) {
    const { done, value } = steps.next()
    if (done === true) return value
    expect(value).toBeGreaterThanOrEqual(shareBefore)
    expect(value).toBeLessThanOrEqual(1)
    shareBefore = value
  }
}

const learner = study(quickForgetter, 60)
const found = fit(learner.log)

describe('fitting', () => {
  it('foresees the held-out reviews of someone who forgets sooner better than the published parameters do', () => {
    if (found.kind !== 'better') throw new Error(`the fit was ${found.kind}`)
    expect(found.fitted).toBe('all')
    expect(found.after.logLoss).toBeLessThan(found.before.logLoss)
    expect(Math.abs(found.after.recall - found.recalled)).toBeLessThan(Math.abs(found.before.recall - found.recalled))
    expect(found.after.reviewsPerDay).toBeGreaterThan(found.before.reviewsPerDay)
    // The truth about a first good answer is a quarter of the published stability.
    expect(found.weights[2]!).toBeGreaterThan(0.5 * quickForgetter[2]!)
    expect(found.weights[2]!).toBeLessThan(2 * quickForgetter[2]!)
  })

  it('finds that the memory of someone fades faster at first and slower later than the published curve says, or the other way round', () => {
    const [flat, steep] = [0.1, 0.5].map((shape) => fit(study([...publishedWeights.slice(0, -1), shape], 120).log))
    if (flat?.kind !== 'better' || steep?.kind !== 'better') throw new Error('a better set was not found')
    const shapes = [flat, steep].map(({ weights }) => weights.at(-1)!)
    expect(shapes[0]!).toBeLessThan(shapes[1]!)
    expect(shapes[1]!).toBeGreaterThan(publishedWeights.at(-1)!)
  })

  it('keeps close to the published parameters of someone who remembers as they say', () => {
    const usual = fit(study(publishedWeights, 60).log)
    if (usual.kind === 'too-little-data') throw new Error('too little data')
    expect(usual.after.logLoss).toBeLessThan(usual.before.logLoss + 0.01)
    expect(usual.after.reviewsPerDay / usual.before.reviewsPerDay).toBeGreaterThan(0.7)
    expect(usual.after.reviewsPerDay / usual.before.reviewsPerDay).toBeLessThan(1.4)
  })

  it('is not taken for better than itself', () => {
    if (found.kind === 'too-little-data') throw new Error('too little data')
    expect(fit(learner.log, { inUse: found.weights })).toMatchObject({ kind: 'not-better', weights: found.weights })
  })

  it('gives the same for the same log, and its numbers are numbers within the bounds of FSRS', () => {
    expect(fit(learner.log)).toEqual(found)
    if (found.kind === 'too-little-data') throw new Error('too little data')
    expect(readWeights(found.weights)).toEqual(found.weights)
  })

  it('fits the first stabilities alone until there is enough for all, and nothing before', () => {
    const some = study(quickForgetter, 40).log
    const first = fit(some)
    expect(first).toMatchObject({ fitted: 'first' })
    expect(first.kind === 'too-little-data' ? [] : first.weights.slice(4)).toEqual(publishedWeights.slice(4))
    expect(fit(some.slice(0, 100))).toMatchObject({ kind: 'too-little-data', need: leastReviews.first })
  })

  it('does not see practice, nor what was undone', () => {
    const other = study(quickForgetter, 60)
    const last = { utcMs: someMoment.utcMs + 61 * dayMs, offsetMinutes: 60 }
    for (let number = 0; number < 30; number += 1) other.answer(questionId.parse(`o1-card-${number}`), 'again', last, true)
    for (let number = 0; number < 30; number += 1) {
      other.answer(questionId.parse(`o1-card-${number}`), 'again', last)
      other.write(draftUndo(other.memory, settingsWithoutSteps, last)!)
    }
    expect(fit(other.log)).toEqual(found)
  })

  it('is never without a number, whatever the log', () => {
    fc.assert(fc.property(arbitrarySteps, (steps) => {
      const [{ log }] = playSteps(steps)
      // A short log many times over, under other names, is one that is long enough.
      const long = Array.from({ length: 40 }, (_, copy) => log.map((event) => ('questionId' in event ? { ...event, device: `${event.device}${copy}`, questionId: questionId.parse(`${event.questionId}-${copy}`) } : { ...event, device: `${event.device}${copy}` })))
      const result = fit(long.flat())
      for (const value of 'weights' in result ? [...result.weights, result.before.logLoss, result.after.logLoss, result.after.reviewsPerDay] : [result.have]) expect(value).toBeGreaterThanOrEqual(0)
    }), { numRuns: 15 })
  })
})

describe('a set that was taken up', () => {
  it('schedules the answers after it and leaves those before as they were', () => {
    const device = new SimulatedDevice('learner', settingsWithoutSteps)
    const [first, second] = [questionId.parse('o1-first'), questionId.parse('o1-second')]
    device.answer(first, 'good', someMoment)
    const before = stateOf(device.memory, first)
    device.write(draftParameters(settingsWithoutSteps, quickForgetter, someMoment))
    expect(stateOf(device.memory, first)).toEqual(before)
    expect(device.answer(second, 'good', someMoment)).toMatchObject({ parameters: parametersOf(quickForgetter) })
    expect(stateOf(device.memory, second)).toMatchObject({ stability: quickForgetter[2] })
    device.write(draftParameters(settingsWithoutSteps, publishedWeights, someMoment))
    expect(device.memory.parameters).toBe(publishedParameters)
    expect(remembered(replay(device.log))).toEqual(remembered(device.memory))
  })
})
