import { describe, expect, it } from 'vitest'
import { sampleVariant } from '../../fixtures/sample-questions.ts'
import { gradeAnswer } from '../../verdict.ts'

describe('choice', () => {
  const variant = sampleVariant('choice')

  it('marks the option taken and the key, with the feedback of the option', () => {
    expect(gradeAnswer(variant, { kind: 'choice', option: 'a' })).toEqual({
      verdict: { kind: 'wrong' }, marks: [{ part: 'a', mark: 'yours' }, { part: 'b', mark: 'answer' }], feedback: ['feedback a'], misconceptions: ['slip-a'],
    })
    expect(gradeAnswer(variant, { kind: 'choice', option: 'b' }).verdict).toEqual({ kind: 'right' })
  })

  it('shuffles with the review count, unless the order means something', () => {
    const orders = new Set(Array.from({ length: 30 }, (_, count) => sampleVariant('choice', {}, count).options.map(({ id }) => id).join('')))
    expect(orders.size).toBe(6)
    const kept = Array.from({ length: 10 }, (_, count) => sampleVariant('choice', { keepOrder: true }, count).options.map(({ id }) => id).join(''))
    expect(new Set(kept)).toEqual(new Set(['abc']))
  })
})
