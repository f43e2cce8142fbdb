import { describe, expect, it } from 'vitest'
import { sampleVariant } from '../../fixtures/sample-questions.ts'
import { gradeAnswer } from '../../verdict.ts'

describe('ordering', () => {
  const grade = (text: string) => gradeAnswer(sampleVariant('ordering'), { kind: 'ordering', order: [...text] })

  it('is never offered in the right order', () => {
    for (let count = 0; count < 100; count++) expect(sampleVariant('ordering', {}, count).items.map(({ id }) => id).join('')).not.toBe('abcd')
  })

  it('counts the pairs in order and names the slip', () => {
    expect(grade('abcd').verdict).toEqual({ kind: 'right' })
    expect(grade('bacd')).toMatchObject({ verdict: { kind: 'partly', share: expect.closeTo(2 / 3) }, feedback: ['b came after a'] })
    expect(grade('dcba').verdict).toEqual({ kind: 'wrong' })
  })

  it('waits until everything has a place', () => {
    expect(grade('').verdict).toEqual({ kind: 'ungraded', reason: { code: 'empty' } })
    expect(grade('aabb').verdict).toEqual({ kind: 'ungraded', reason: { code: 'incomplete', open: 2 } })
  })
})
