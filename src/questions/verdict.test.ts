/** What must hold for every kind, whatever is given. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyAnswer, gaveUp, type Answer } from './answer.ts'
import { sampleVariant } from './fixtures/sample-questions.ts'
import { typedAnything } from './fixtures/typed-anything.ts'
import { canOverrule } from './overrule.ts'
import { kindNames } from './registry.ts'
import { gradeAnswer } from './verdict.ts'
import type { Variant } from './variant.ts'

const variants = new Map<string, Variant>([...kindNames.map((kind): [string, Variant] => [kind, sampleVariant(kind)]), ['parametric as choice', sampleVariant('parametric', { answerAs: 'choice' })]])
/** Answers as storage or a broken backup may hold them. */
const gradeAnything = (variant: Variant, answer: unknown) => gradeAnswer(variant, answer as Answer)

describe.each([...variants])('%s', (_, variant) => {
  it('leaves the empty answer ungraded and keeps answers as JSON', () => {
    const empty = emptyAnswer(variant)
    expect(gradeAnswer(variant, empty).verdict).toEqual({ kind: 'ungraded', reason: { code: 'empty' } })
    expect(JSON.parse(JSON.stringify(empty))).toEqual(empty)
  })

  it('counts giving up as wrong and shows what is right', () => {
    const graded = gradeAnswer(variant, gaveUp)
    expect(graded.verdict).toEqual({ kind: 'wrong' })
    expect(graded.marks.length > 0 || graded.solution !== undefined).toBe(true)
  })

  it('grades any value at all without throwing', () => {
    fc.assert(fc.property(fc.oneof(fc.anything(), fc.record({ kind: fc.constant(variant.kind), option: fc.anything(), options: fc.anything(), pairs: fc.anything(), order: fc.anything(), classes: fc.anything(), text: fc.anything(), as: fc.constantFrom('typed', 'choice', 1), compared: fc.boolean(), points: fc.anything() }, { requiredKeys: ['kind'] })), (answer) => {
      const { verdict } = gradeAnything(variant, answer)
      expect(verdict.kind === 'partly' ? verdict.share > 0 && verdict.share < 1 : ['right', 'wrong', 'ungraded'].includes(verdict.kind)).toBe(true)
    }), { numRuns: 500 })
  })
})

describe('typed answers', () => {
  const typedVariants = [...variants.values()].filter((variant) => canOverrule(emptyAnswer(variant), { kind: 'wrong' }))

  // How long one takes, `npm run bench grading` measures.
  it('are graded without throwing for 100,000 generated texts', () => {
    let graded = 0
    fc.assert(fc.property(typedAnything, (text) => {
      const variant = typedVariants[graded++ % typedVariants.length]
      if (variant === undefined) throw new Error('there is no typed kind')
      gradeAnything(variant, { ...emptyAnswer(variant), text })
    }), { numRuns: 100_000 })
    expect(graded).toBeGreaterThanOrEqual(100_000)
  }, 240_000)
})
