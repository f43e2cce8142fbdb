import { describe, expect, it } from 'vitest'
import { SimulatedDevice, someMoment, someQuestions } from '../arbitrary-log.ts'
import { dayNumber } from '../day-clock.ts'
import { findLoggedAnswer } from '../answer-history.ts'
import { draftClockRepair, draftRate, draftUndo } from '../draft.ts'
import { eventId } from '../event.ts'
import { stateOf } from '../memory.ts'
import { defaultSettings } from '../settings.ts'
import { expectedRecall } from './expected-recall.ts'
import { areaUnderCurve, measureModel } from './model-calibration.ts'
import type { Recall } from './recall-list.ts'
import { computeStatistics } from './statistics.ts'
import { forecastDays, previewRetentionCost, workByDay } from './workload.ts'

const dayMs = 86_400_000
const question = someQuestions[0]!
const today = dayNumber(someMoment, 4)
const later = (days: number): typeof someMoment => ({ ...someMoment, utcMs: someMoment.utcMs + days * dayMs })

describe('statistics', () => {
  it('say that there is too little data, and how much is needed', () => {
    const { model, confidence, retention } = computeStatistics([])
    expect(model).toEqual({ kind: 'too-little-data', have: 0, need: 100 })
    expect(confidence.kind).toBe('too-little-data')
    expect(retention.every(({ recalled }) => recalled.kind === 'too-little-data')).toBe(true)
  })

  it('measure true retention by the length of the interval', () => {
    const device = new SimulatedDevice('left')
    for (const id of someQuestions) device.answer(id, 'easy', someMoment)
    for (let round = 1; round <= 5; round += 1) for (const [index, id] of someQuestions.entries()) device.answer(id, index === 0 ? 'again' : 'easy', later(round * 3))
    const band = computeStatistics(device.log).retention[0]!
    expect(band).toMatchObject({ from: 1, to: 3, recalled: { kind: 'measured', from: 20, value: { share: 0.75 } } })
  })

  it('leave out what was undone', () => {
    const device = new SimulatedDevice('left')
    device.answer(question, 'easy', someMoment)
    device.answer(question, 'again', later(3))
    device.write(draftUndo(device.memory, defaultSettings, later(3))!)
    expect(computeStatistics(device.log).reviews).toBe(1)
  })

  it('count an answer as it was rated last, and days as a repaired clock has them', () => {
    const device = new SimulatedDevice('left')
    for (const id of someQuestions) device.answer(id, 'easy', later(365))
    device.write(draftClockRepair(defaultSettings, later(1)))
    for (let round = 1; round <= 4; round += 1) for (const id of someQuestions) device.answer(id, 'again', later(1 + round * 2))
    for (const event of device.log.filter(({ type, day }) => type === 'answer' && day > today + 3 && day < today + 100).slice(0, 6)) {
      device.write(draftRate(device.memory, defaultSettings, findLoggedAnswer(device.log, eventId(event))!, 'good', later(20)))
    }
    expect(computeStatistics(device.log).retention[0]).toMatchObject({ from: 1, to: 3, recalled: { kind: 'measured', from: 16, value: { share: 6 / 16 } } })
  })

  it('prefer a model that tells lapses in advance to one that does not', () => {
    const recalls = Array.from({ length: 400 }, (_, index): Recall => ({ day: today, elapsed: 5, predicted: index % 4 === 0 ? 0.2 : 0.95, recalled: index % 4 !== 0, reviews: 3 }))
    const measured = measureModel(recalls)
    if (measured.kind !== 'measured') throw new Error('there is enough')
    const { fsrs, constant, movingAverage } = measured.value
    expect(fsrs.auc).toBe(1)
    expect(fsrs.logLoss).toBeLessThan(Math.min(constant.logLoss, movingAverage.logLoss))
    expect(constant.auc).toBeCloseTo(0.5, 1)
  })

  it('count ties as half in the area under the curve', () => {
    expect(areaUnderCurve([0.5, 0.5, 0.5, 0.5], [1, 0, 1, 0])).toBe(0.5)
    expect(areaUnderCurve([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1])).toBe(0.75)
  })

  it('show what was done, what is coming, and what would be recalled', () => {
    const device = new SimulatedDevice('left', { ...defaultSettings, fuzz: false })
    device.answer(question, 'easy', someMoment)
    expect(workByDay(device.memory, today - 1, today).map(({ answers, fresh }) => [answers, fresh])).toEqual([[0, 0], [1, 1]])
    expect(forecastDays(device.memory, today, 10).find(({ due }) => due > 0)).toEqual({ day: today + 8, due: 1 })
    expect(forecastDays(device.memory, today + 100, 10)[0]).toEqual({ day: today + 100, due: 1 })
    expect(expectedRecall(stateOf(device.memory, question), today + 8, device.memory.parameters)).toBeCloseTo(0.9, 1)
    expect(previewRetentionCost(device.memory, defaultSettings, 0.9)).toMatchObject({ kind: 'too-little-data' })
  })
})
