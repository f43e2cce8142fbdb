import { describe, expect, it } from 'vitest'
import { findMechanism } from '../../../mechanisms/registry.ts'
import { sampleQuestion, sampleVariant } from '../../fixtures/sample-questions.ts'
import { distanceInTolerances } from '../../numeric/tolerance.ts'
import { gradeAnswer } from '../../verdict.ts'
import { checkParametric } from './check.ts'

const counts = Array.from({ length: 50 }, (_, count) => count)
const grade = (variant: ReturnType<typeof sampleVariant<'parametric'>>, text: string) => gradeAnswer(variant, { kind: 'parametric', as: 'typed', text })

describe('parametric', () => {
  it('fills the numbers into the text and takes the answer from the mechanism, in per cent', () => {
    const variant = sampleVariant('parametric', { parameters: { perStep: [0.95], steps: [10] } })
    expect(variant.stem).toBe('Each of 10 steps is right 95% of the time. How often are all?')
    expect(variant.explanation).toBe('The chances multiply, which gives 60%.')
    expect(grade(variant, '60').verdict).toEqual({ kind: 'right' })
    expect(grade(variant, '95%')).toMatchObject({ verdict: { kind: 'wrong' }, feedback: ['That is one step of 10.'], misconceptions: ['forgot-exponent'] })
  })

  it('draws from a range as from a list', () => {
    const steps = sampleQuestion('parametric', { parameters: { perStep: { from: 0.9, to: 0.95, step: 0.01 }, steps: { from: 5, to: 20, step: 5 } } }).parameters
    expect(steps).toEqual({ perStep: [0.9, 0.91, 0.92, 0.93, 0.94, 0.95], steps: [5, 10, 15, 20] })
    expect(() => sampleQuestion('parametric', { parameters: { steps: { from: 20, to: 5, step: 5 } } })).toThrow('above')
  })

  it('draws every combination of the curated values', () => {
    const drawn = new Set(counts.map((count) => sampleVariant('parametric', {}, count).stem))
    expect(drawn.size).toBe(6)
  })

  it('offers distractors that are clearly wrong and distinct, with numbers in order', () => {
    for (const count of counts) {
      const variant = sampleVariant('parametric', { answerAs: 'choice' }, count)
      if (variant.as !== 'choice') throw new Error('asked for a choice')
      const shown = variant.options.map(({ html }) => Number.parseFloat(html))
      expect(shown).toEqual([...shown].sort((one, other) => one - other))
      expect(new Set(shown).size).toBe(shown.length)
      for (const { value } of variant.slips) expect(distanceInTolerances(value, variant.answer, variant.tolerance)).toBeGreaterThanOrEqual(2)
      expect(gradeAnswer(variant, { kind: 'parametric', as: 'choice', option: 'key' }).verdict).toEqual({ kind: 'right' })
    }
  })

  it('gives no verdict on a typed answer to a choice', () => {
    expect(grade(sampleVariant('parametric', { answerAs: 'choice' }), '60').verdict).toEqual({ kind: 'ungraded', reason: { code: 'mismatch' } })
  })
})

describe('checkParametric', () => {
  const check = (fields: object) => checkParametric(sampleQuestion('parametric', fields), findMechanism)

  it('finds nothing in a sound question', () => {
    expect(check({})).toEqual([])
    expect(check({ answerAs: 'choice' })).toEqual([])
  })

  it.each([
    [{ mechanism: 'no-such' }, 'there is no mechanism no-such'],
    [{ asks: 'nothing' }, 'has no output nothing'],
    [{ parameters: { stepz: [1] } }, 'has no parameter stepz'],
    [{ parameters: { steps: [1e9] } }, 'lies outside'],
    [{ slips: [{ id: 'a', formula: 'half-life-linear', feedback: 'x' }, { id: 'b', formula: 'gone', feedback: 'x' }] }, 'belongs to the output halfLife'],
    [{ stem: 'How about {stepz}?' }, '“{stepz}” stands in the text'],
    [{ parameters: { perStep: [0.9], steps: [1] } }, '“1 steps” does not read well'],
    [{ stem: 'A {steps}-step task with {perStep} a step?', explanation: 'That gives a {answer}.', parameters: { perStep: [0.98], steps: [10] } }, '“a 82” does not read well'],
    [{ stem: 'Is an {steps}-step task done, with {perStep} per cent a step?', parameters: { perStep: [0.9], steps: [12] } }, '“an 12” does not read well'],
    [{ stem: 'Is a task of {steps} steps done, with {perStep} per cent a step?' }, '“% per cent” does not read well'],
    [{ answerAs: 'choice', tolerance: { absolute: 50 } }, 'fewer than two distractors'],
    [{ asks: 'halfLife', unit: undefined, slips: [{ id: 'a', formula: 'half-life-linear', feedback: 'x' }, { id: 'b', formula: 'half-life-inverse', feedback: 'x' }] }, 'has the unit steps'],
    [{ tolerance: { absolute: 0.01 } }, 'the answer as shown, is outside the tolerance'],
  ])('reports what is wrong with %j', (fields, problem) => expect(check(fields).join('\n')).toContain(problem))
})
