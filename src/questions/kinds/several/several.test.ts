import { describe, expect, it } from 'vitest'
import { sampleVariant } from '../../fixtures/sample-questions.ts'
import { gradeAnswer } from '../../verdict.ts'

describe('several', () => {
  const verdictOf = (options: string[]) => gradeAnswer(sampleVariant('several'), { kind: 'several', options }).verdict

  it('gives a share for some of the right ones, and nothing for taking all', () => {
    expect(verdictOf(['a', 'b'])).toEqual({ kind: 'right' })
    expect(verdictOf(['a'])).toEqual({ kind: 'partly', share: 0.5, missing: ['Text b'] })
    expect(verdictOf(['a', 'b', 'c'])).toEqual({ kind: 'partly', share: 0.5, missing: [] })
    expect(verdictOf(['a', 'b', 'c', 'd'])).toEqual({ kind: 'wrong' })
    expect(verdictOf([])).toEqual({ kind: 'ungraded', reason: { code: 'empty' } })
  })

  it('marks what was missed', () => {
    expect(gradeAnswer(sampleVariant('several'), { kind: 'several', options: ['a'] }).marks).toContainEqual({ part: 'b', mark: 'missed' })
  })
})
