import { describe, expect, it } from 'vitest'
import { sampleVariant } from '../../fixtures/sample-questions.ts'
import { gradeAnswer } from '../../verdict.ts'

describe('classifying', () => {
  const grade = (classes: Record<string, string>) => gradeAnswer(sampleVariant('classifying'), { kind: 'classifying', classes })

  it('gives the share of items in their class, and names the right class as safe HTML', () => {
    expect(grade({ a: 'yes', b: 'no', c: 'yes' }).verdict).toEqual({ kind: 'right' })
    const graded = grade({ a: 'no', b: 'no', c: 'yes' })
    expect(graded.verdict).toMatchObject({ kind: 'partly', missing: ['Text a'] })
    expect(graded.marks).toContainEqual({ part: 'a', mark: 'yours', belongs: 'Agrees &amp; adds' })
    expect(graded.feedback).toEqual(['feedback a'])
  })

  it('waits until every item has a class', () => {
    expect(grade({ a: 'yes' }).verdict).toEqual({ kind: 'ungraded', reason: { code: 'incomplete', open: 2 } })
  })
})
