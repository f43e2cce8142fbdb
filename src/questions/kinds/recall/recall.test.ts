import { describe, expect, it } from 'vitest'
import { sampleVariant } from '../../fixtures/sample-questions.ts'
import { gradeAnswer } from '../../verdict.ts'

describe('recall', () => {
  const verdictOf = (compared: boolean, points: string[], text = 'They can.') => gradeAnswer(sampleVariant('recall'), { kind: 'recall', text, compared, points }).verdict

  it('waits until the learner has compared', () => {
    expect(verdictOf(false, [], '')).toEqual({ kind: 'ungraded', reason: { code: 'empty' } })
    expect(verdictOf(false, ['a', 'b'])).toEqual({ kind: 'ungraded', reason: { code: 'unchecked' } })
  })

  it('goes by the points ticked', () => {
    expect(verdictOf(true, ['a', 'b'])).toEqual({ kind: 'right' })
    expect(verdictOf(true, ['a'])).toEqual({ kind: 'partly', share: 0.5, missing: ['Point b'] })
    expect(verdictOf(true, [])).toEqual({ kind: 'wrong' })
  })
})
