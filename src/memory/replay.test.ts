import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { arbitrarySteps, playSteps, remembered, SimulatedDevice, someMoment, someQuestions } from './arbitrary-log.ts'
import { findLoggedAnswer } from './answer-history.ts'
import { draftClockRepair, draftRate, draftUndo, draftRedo } from './draft.ts'
import { dayNumber } from './day-clock.ts'
import { eventId, ratings, type ReviewEvent } from './event.ts'
import { findAnswer, findFutureQuestions, findUndoable, journalLimit, stateOf } from './memory.ts'
import { applyEvent, replay } from './replay.ts'
import { emptyMemory } from './memory.ts'
import { unseenState } from './memory-state.ts'
import { defaultSettings } from './settings.ts'

const runs = { numRuns: 250 }
const [question, otherQuestion] = [someQuestions[0]!, someQuestions[1]!]
const dayMs = 86_400_000

function shuffled(events: readonly ReviewEvent[], seed: number): ReviewEvent[] {
  return fc.sample(fc.shuffledSubarray([...events], { minLength: events.length, maxLength: events.length }), { numRuns: 1, seed })[0] ?? []
}

describe('replay', () => {
  it('gives the same memory for every order of arrival', () => {
    fc.assert(fc.property(arbitrarySteps, fc.integer(), (steps, seed) => {
      const [{ log }] = playSteps(steps)
      expect(remembered(replay(shuffled(log, seed)))).toEqual(remembered(replay(log)))
    }), runs)
  })

  it('gives what was built up entry by entry', () => {
    fc.assert(fc.property(arbitrarySteps, (steps) => {
      for (const device of playSteps(steps)) expect(remembered(device.memory)).toEqual(remembered(replay(device.log)))
    }), runs)
  })

  it('counts an entry once, however often it arrives', () => {
    fc.assert(fc.property(arbitrarySteps, (steps) => {
      const [{ log }] = playSteps(steps)
      expect(remembered(replay([...log, ...log]))).toEqual(remembered(replay(log)))
    }), runs)
  })

  it('unites two logs alike from either side, and three in any grouping', () => {
    fc.assert(fc.property(arbitrarySteps, arbitrarySteps, (steps, moreSteps) => {
      const [left, right] = playSteps(steps).map(({ log }) => log)
      const third = playSteps(moreSteps)[0].log.map((event) => ({ ...event, device: `third${event.device}` }))
      const union = (...logs: (readonly ReviewEvent[])[]): unknown => remembered(replay(logs.flat()))
      expect(union(left!, right!)).toEqual(union(right!, left!))
      expect(union([...left!, ...right!], third)).toEqual(union(left!, [...right!, ...third]))
    }), runs)
  })

  it('is unchanged by any action that is undone, and has it again when that is redone', () => {
    const undoable = ['answer', 'cram', 'rate', 'suspend', 'unsuspend', 'reset', 'flag', 'set-due'] as const
    const seen = new Set<string>()
    fc.assert(fc.property(arbitrarySteps, fc.constantFrom(...undoable), fc.nat(someQuestions.length - 1), fc.constantFrom(...ratings), (steps, action, asked, rating) => {
      const [device] = playSteps(steps)
      // A copy, for the memory is changed in place.
      const present = (): unknown => structuredClone({ ...Object(remembered(device.memory)), events: 0, redoable: [] })
      const before = present()
      const length = device.log.length
      if (action === 'answer' || action === 'cram') device.answer(someQuestions[asked]!, rating, someMoment, action === 'cram')
      else device.act({ device: 0, action, question: asked, rating, clockMs: 0, offsetMinutes: 60 }, someMoment)
      if (device.log.length === length) return
      seen.add(action)
      const after = present()
      device.write(draftUndo(device.memory, defaultSettings, someMoment)!)
      expect(present()).toEqual(before)
      device.write(draftRedo(device.memory, defaultSettings, someMoment)!)
      expect(present()).toEqual(after)
      expect(remembered(device.memory)).toEqual(remembered(replay(device.log)))
    }), runs)
    expect([...seen].sort()).toEqual([...undoable].sort())
  })

  it('is put to the test by logs with every kind of entry', () => {
    const logs = fc.sample(arbitrarySteps, { numRuns: 60, seed: 1 }).flatMap((steps) => playSteps(steps).map(({ log }) => log))
    const types = new Set(logs.flat().map(({ type }) => type))
    expect([...types].sort()).toEqual(['answer', 'flag', 'introduce', 'rate', 'redo', 'repair-clock', 'reset', 'set-due', 'set-parameters', 'suspend', 'undo', 'unsuspend'])
    // Clocks run back in them, and days are counted from both ends of the world.
    expect(logs.some((log) => log.some((event, index) => event.utcMs < (log[index - 1]?.utcMs ?? 0)))).toBe(true)
    const offsets = logs.flat().map(({ offsetMinutes }) => offsetMinutes)
    expect([Math.min(...offsets), Math.max(...offsets)]).toEqual([-840, 840])
  })

  it('brings back what was undone', () => {
    const device = new SimulatedDevice('left')
    device.answer(question, 'good', someMoment)
    device.answer(otherQuestion, 'again', someMoment)
    const before = stateOf(device.memory, otherQuestion)
    device.write(draftUndo(device.memory, defaultSettings, someMoment)!)
    device.write(draftUndo(device.memory, defaultSettings, someMoment)!)
    expect(device.memory.states.size).toBe(0)
    device.write(draftRedo(device.memory, defaultSettings, someMoment)!)
    device.write(draftRedo(device.memory, defaultSettings, someMoment)!)
    expect(stateOf(device.memory, otherQuestion)).toEqual(before)
    expect(draftRedo(device.memory, defaultSettings, someMoment)).toBeUndefined()
  })

  it('undoes down to the first action', () => {
    const device = new SimulatedDevice('left')
    for (let index = 0; index < 50; index += 1) device.answer(someQuestions[index % 4]!, index % 3 === 0 ? 'again' : 'good', { ...someMoment, utcMs: someMoment.utcMs + index * 3_600_000 })
    for (let undo = draftUndo(device.memory, defaultSettings, someMoment); undo !== undefined; undo = draftUndo(device.memory, defaultSettings, someMoment)) device.write(undo)
    expect(device.memory.states.size).toBe(0)
    expect(device.memory.days.size).toBe(0)
    expect(findUndoable(device.memory)).toBeUndefined()
  })

  it('undoes two united logs from a replay as from the memory that grew with them, down to nothing', () => {
    fc.assert(fc.property(arbitrarySteps, (steps) => {
      const [left, right] = playSteps(steps)
      left.union(right)
      const reopened = new SimulatedDevice('reopened')
      reopened.log = [...left.log]
      reopened.memory = replay(reopened.log)
      for (let undo = draftUndo(left.memory, defaultSettings, someMoment); undo !== undefined; undo = draftUndo(left.memory, defaultSettings, someMoment)) {
        expect(draftUndo(reopened.memory, defaultSettings, someMoment)).toEqual(undo)
        left.write(undo)
        reopened.write(undo)
        expect(remembered({ ...reopened.memory, redoable: [] })).toEqual(remembered({ ...left.memory, redoable: [] }))
      }
      expect(draftUndo(reopened.memory, defaultSettings, someMoment)).toBeUndefined()
      expect([left.memory.days.size, left.memory.load.size]).toEqual([0, 0])
      // What was opened by reading stays open.
      for (const state of left.memory.states.values()) expect(state).toEqual({ ...unseenState, openedDay: expect.any(Number) })
    }), runs)
  })

  it('has the newest actions in force to undo, however many behind them were taken back, and knows whether there are older ones', () => {
    const device = new SimulatedDevice('left')
    const answerTimes = (times: number) => { for (let index = 0; index < times; index += 1) device.answer(someQuestions[index % 4]!, 'good', { ...someMoment, utcMs: someMoment.utcMs + index }, true) }
    answerTimes(journalLimit + 50)
    expect(replay(device.log)).toMatchObject({ hasOlderActions: true, journal: { length: journalLimit } })
    for (let undone = 0; undone < journalLimit + 20; undone += 1) device.write(draftUndo(device.memory, defaultSettings, someMoment)!)
    const memory = replay(device.log)
    expect(memory).toMatchObject({ hasOlderActions: false, journal: { length: 30 } })
    expect(findUndoable(memory)).toEqual(findUndoable(device.memory))
    expect(memory.redoable).toEqual(device.memory.redoable)
  })

  it('survives every jump of the clock without a negative interval', () => {
    fc.assert(fc.property(arbitrarySteps, (steps) => {
      for (const { log, memory } of playSteps(steps)) {
        for (const event of log) if (event.type === 'answer') expect(event.dueDay).toBeGreaterThanOrEqual(event.day)
        for (const state of memory.states.values()) if (state.stage !== 'new') expect(state.stability).toBeGreaterThan(0)
      }
    }), runs)
  })

  it('does not grow an interval when the clock moves back a year and on again', () => {
    const steady = new SimulatedDevice('left')
    const jumping = new SimulatedDevice('left')
    const later = (days: number): typeof someMoment => ({ ...someMoment, utcMs: someMoment.utcMs + days * dayMs })
    for (const device of [steady, jumping]) device.answer(question, 'easy', someMoment)
    jumping.answer(question, 'good', later(-365))
    steady.answer(question, 'good', someMoment)
    for (const device of [steady, jumping]) device.answer(question, 'good', later(9))
    const [state, jumped] = [stateOf(steady.memory, question), stateOf(jumping.memory, question)]
    if (state.stage === 'new' || jumped.stage === 'new') throw new Error('both were answered')
    expect(jumped.stability).toBeCloseTo(state.stability, 6)
  })

  it('heals questions that were answered on a day that is still to come', () => {
    const device = new SimulatedDevice('left')
    device.answer(question, 'easy', { ...someMoment, utcMs: someMoment.utcMs + 365 * dayMs })
    const today = dayNumber(someMoment, 4)
    expect(findFutureQuestions(device.memory, today)).toEqual([question])
    device.write(draftClockRepair(defaultSettings, someMoment))
    expect(findFutureQuestions(device.memory, today)).toEqual([])
    expect(stateOf(device.memory, question)).toMatchObject({ lastDay: today })
  })

  it('keeps the schedule where it is after practice', () => {
    const device = new SimulatedDevice('left')
    device.answer(question, 'good', someMoment)
    const before = stateOf(device.memory, question)
    device.answer(question, 'again', someMoment, true)
    expect(stateOf(device.memory, question)).toEqual(before)
  })

  it('schedules as if an answer had been given its newer rating at once', () => {
    const device = new SimulatedDevice('left')
    const plain = new SimulatedDevice('left')
    const later = { ...someMoment, utcMs: someMoment.utcMs + dayMs }
    for (const one of [device, plain]) one.answer(question, 'easy', someMoment)
    const given = device.answer(question, 'again', { ...someMoment, utcMs: someMoment.utcMs + 9 * dayMs })
    plain.answer(question, 'good', { ...someMoment, utcMs: someMoment.utcMs + 9 * dayMs })
    const before = structuredClone(remembered(device.memory))
    const rated = device.write(draftRate(device.memory, defaultSettings, findAnswer(device.memory, eventId(given))!, 'good', later))
    expect(stateOf(device.memory, question)).toEqual(stateOf(plain.memory, question))
    expect([...device.memory.days]).toEqual([...plain.memory.days])
    expect(draftUndo(device.memory, defaultSettings, later)).toMatchObject({ target: eventId(rated) })
    device.write(draftUndo(device.memory, defaultSettings, later)!)
    expect(remembered(device.memory)).toEqual({ ...Object(before), events: 4, redoable: [rated] })
    device.write(draftRedo(device.memory, defaultSettings, later)!)
    expect(stateOf(device.memory, question)).toEqual(stateOf(plain.memory, question))
  })

  it('rates an answer anew that others followed, and keeps what the followers chose', () => {
    const device = new SimulatedDevice('left')
    const first = device.answer(question, 'good', someMoment)
    const second = device.answer(question, 'easy', { ...someMoment, utcMs: someMoment.utcMs + dayMs })
    device.write(draftRate(device.memory, defaultSettings, findLoggedAnswer(device.log, eventId(first))!, 'easy', someMoment))
    const alike = new SimulatedDevice('left')
    alike.answer(question, 'easy', someMoment)
    expect(stateOf(device.memory, question)).toMatchObject({ reviews: 2, dueDay: 'dueDay' in second && second.dueDay })
    expect(findLoggedAnswer(device.log, eventId(second))!.before).toEqual(stateOf(alike.memory, question))
  })

  it('asks for a replay when redo reaches behind the journal', () => {
    const device = new SimulatedDevice('left')
    device.answer(question, 'good', someMoment)
    device.answer(question, 'good', { ...someMoment, utcMs: someMoment.utcMs + 600_000 })
    for (let index = 0; index < journalLimit; index += 1) device.answer(otherQuestion, 'good', { ...someMoment, utcMs: someMoment.utcMs + 700_000 + index }, true)
    const [first] = device.log
    device.write({ type: 'undo', target: eventId(first!), ...someMoment, day: 1 })
    device.write({ type: 'redo', target: eventId(first!), ...someMoment, day: 1 })
    expect(remembered(device.memory)).toEqual(remembered(replay(device.log)))
  })

  it('asks for a replay when an entry arrives late', () => {
    const device = new SimulatedDevice('left')
    const first = device.answer(question, 'good', someMoment)
    const second = device.answer(otherQuestion, 'good', someMoment)
    const memory = emptyMemory()
    expect([applyEvent(memory, second), applyEvent(memory, second), applyEvent(memory, first)]).toEqual(['applied', 'known', 'needs-replay'])
  })
})
