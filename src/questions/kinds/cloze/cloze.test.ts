import { describe, expect, it } from 'vitest'
import { sampleVariant } from '../../fixtures/sample-questions.ts'
import { gradeAnswer } from '../../verdict.ts'
import { splitAtGap } from './split-at-gap.ts'

describe('cloze', () => {
  const grade = (text: string) => gradeAnswer(sampleVariant('cloze'), { kind: 'cloze', text })

  it('takes each listed form and names the known mistake', () => {
    expect(grade('Proportion').verdict).toEqual({ kind: 'right' })
    expect(grade('amount')).toMatchObject({ verdict: { kind: 'wrong' }, feedback: ['The amount grows.'], misconceptions: ['absolute'], solution: 'share' })
  })

  it('keeps the HTML whole on both sides of the blank', () => {
    expect(splitAtGap('A ___ c')).toEqual({ before: 'A ', after: ' c' })
    expect(splitAtGap('<p>A <em>b <strong>___ c</strong></em></p>')).toEqual({ before: 'A <em>b <strong></strong></em>', after: '<em><strong> c</strong></em>' })
    expect(splitAtGap('No blank')).toEqual({ before: 'No blank', after: '' })
  })
})
