import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { arbitrarySteps, playSteps } from '../memory/arbitrary-log.ts'
import type { ReviewEvent } from '../memory/event.ts'
import { makeLog, makeQuestions } from './bench/make-log.ts'
import { CorruptBytes } from './bytes.ts'
import { packSegment } from './segment.ts'
import { unpackSegment } from './segment-reader.ts'

describe('a segment', () => {
  it('gives back every entry as it was', () => {
    fc.assert(fc.property(arbitrarySteps, (steps) => {
      const [{ log }] = playSteps(steps)
      if (log.length > 0) expect(unpackSegment(packSegment(log).bytes)).toEqual(log)
    }), { numRuns: 150 })
  })

  it('keeps text of any script, odd times and a verdict that was overruled', () => {
    const [event] = makeLog(1, makeQuestions(1))
    const odd: ReviewEvent = { ...event!, answer: { text: 'ответ\n"回答" 🙂' }, thinkingMs: 1_234, seed: 42, overruledTo: 'right', utcMs: -5, order: 2 ** 51, dueDay: event!.day - 3 }
    expect(unpackSegment(packSegment([odd]).bytes)).toEqual([odd])
    const unsure: ReviewEvent = { ...odd, confidence: undefined }
    expect(unpackSegment(packSegment([unsure]).bytes)).toEqual([unsure])
  })

  it('costs at most 24 bytes a review', () => {
    const log = makeLog(3_000, makeQuestions(100_000))
    const bytes = [0, 1, 2].map((index) => packSegment(log.slice(index * 1_000, (index + 1) * 1_000)).bytes.length)
    expect(Math.max(...bytes) / 1_000).toBeLessThanOrEqual(24)
  })

  it('is refused when any byte differs', () => {
    const { bytes } = packSegment(makeLog(20, makeQuestions(10)))
    for (let index = 0; index < bytes.length; index += 1) {
      const altered = bytes.slice()
      altered[index] = (altered[index] ?? 0) ^ 0x10
      expect(() => unpackSegment(altered)).toThrow(CorruptBytes)
    }
  })
})
