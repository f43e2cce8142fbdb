import { describe, expect, it } from 'vitest'
import { gaveUp } from '../../answer.ts'
import { sampleVariant } from '../../fixtures/sample-questions.ts'
import { gradeAnswer } from '../../verdict.ts'

describe('short', () => {
  const grade = (text: string) => gradeAnswer(sampleVariant('short'), { kind: 'short', text })

  it('takes the original term and tells a near miss what is missing', () => {
    expect(grade('树搜索').verdict).toEqual({ kind: 'right' })
    expect(grade('searches')).toMatchObject({ verdict: { kind: 'partly' }, feedback: ['Search through what?'] })
  })

  it('shows the answer to someone who does not know, and counts it as wrong', () => {
    expect(gradeAnswer(sampleVariant('short'), gaveUp)).toMatchObject({ verdict: { kind: 'wrong' }, solution: 'tree search' })
  })
})
