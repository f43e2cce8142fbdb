import { describe, expect, it } from 'vitest'
import { sampleVariant } from '../../fixtures/sample-questions.ts'
import { gradeAnswer } from '../../verdict.ts'

describe('matching', () => {
  const grade = (pairs: Record<string, string>) => gradeAnswer(sampleVariant('matching'), { kind: 'matching', pairs })

  it('is right when every pair is, and says where a wrong one belongs', () => {
    expect(grade({ a: 'a', b: 'b', c: 'c', d: 'd' }).verdict).toEqual({ kind: 'right' })
    const graded = grade({ a: 'a', b: 'c', c: 'x', d: 'd' })
    expect(graded.verdict).toMatchObject({ kind: 'partly', share: 0.5 })
    expect(graded.marks).toContainEqual({ part: 'b', mark: 'yours', belongs: 'Right b' })
    expect(new Set(graded.feedback)).toEqual(new Set(['feedback b', 'feedback x']))
  })

  it('waits until every row has a match that exists', () => {
    expect(grade({ a: 'a' }).verdict).toEqual({ kind: 'ungraded', reason: { code: 'incomplete', open: 3 } })
    expect(grade({ a: 'gone', b: 'b', c: 'c', d: 'd' }).verdict).toEqual({ kind: 'ungraded', reason: { code: 'incomplete', open: 1 } })
  })
})
