import { expect, it } from 'vitest'
import fc from 'fast-check'
import { arbitrarySteps, playSteps, remembered, SimulatedDevice, someMoment } from '../memory/arbitrary-log.ts'
import type { ReviewEvent } from '../memory/event.ts'
import { stateOf } from '../memory/memory.ts'
import { replay } from '../memory/replay.ts'
import { makeLog, makeQuestions } from './bench/make-log.ts'
import { CorruptBytes } from './bytes.ts'
import { replayLog, unpackMemory } from './log-work.ts'
import { packSegment } from './segment.ts'
import { packSnapshot, unpackSnapshot } from './snapshot.ts'

it('gives back the memory that was saved, which goes on as before', () => {
  fc.assert(fc.property(arbitrarySteps, (steps) => {
    const [device] = playSteps(steps)
    device.memory.redoable.length = 0
    const opened = unpackSnapshot(packSnapshot(device.memory))
    expect(remembered(opened)).toEqual(remembered(device.memory))
  }), { numRuns: 100 })
})

it('holds many questions, those that come later too', () => {
  const questions = makeQuestions(3_000)
  const device = new SimulatedDevice('left')
  for (const { id } of questions.slice(0, 2_000)) device.answer(id, 'easy', someMoment)
  const opened = unpackSnapshot(packSnapshot(device.memory))
  for (const memory of [opened, device.memory]) for (const { id } of questions.slice(1_000, 3_000)) memory.states.set(id, { ...stateOf(memory, id), flagged: true })
  expect(remembered(opened)).toEqual(remembered(device.memory))
  expect(opened.states.size).toBe(3_000)
})

it('is refused when any byte differs', () => {
  const bytes = packSnapshot(replay(makeLog(20, makeQuestions(3))))
  for (let index = 0; index < bytes.length; index += 1) {
    const altered = bytes.slice()
    altered[index] = (altered[index] ?? 0) ^ 0x10
    expect(() => unpackSnapshot(altered)).toThrow(CorruptBytes)
  }
})

it('comes out the same from packed parts that overlap and repeat as from the whole log', () => {
  fc.assert(fc.property(arbitrarySteps, fc.integer({ min: 3, max: 12 }), (steps, length) => {
    const [left, right] = playSteps(steps).map(({ log }) => log)
    const parts = [left!, right!].flatMap((log) => inParts(log, length))
    const folded = replayLog({ segments: parts.slice(1).map((part) => packSegment(part)), rest: parts[0] ?? [] })
    const [memory, whole] = [unpackMemory(folded.memory), replay([...left!, ...right!])]
    expect(remembered(memory)).toEqual(remembered(whole))
    // With the answers in them, which a replay leaves packed.
    expect(memory.journal).toEqual(whole.journal)
  }), { numRuns: 150 })
})

function inParts(log: readonly ReviewEvent[], length: number): ReviewEvent[][] {
  return Array.from({ length: Math.ceil(log.length / length) }, (_, index) => log.slice(index * length, (index + 1) * length))
}
