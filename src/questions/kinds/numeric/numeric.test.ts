import { describe, expect, it } from 'vitest'
import { sampleVariant } from '../../fixtures/sample-questions.ts'
import { gradeAnswer } from '../../verdict.ts'

describe('numeric', () => {
  const grade = (text: string) => gradeAnswer(sampleVariant('numeric'), { kind: 'numeric', text })

  it('says how the number was read', () => {
    expect(grade('12万')).toMatchObject({ verdict: { kind: 'right' }, readAs: '120,000 MWh' })
    expect(grade('0.12 TWh')).toMatchObject({ verdict: { kind: 'right' }, readAs: '120,000 MWh' })
  })

  it('recognises a known slip', () => {
    expect(grade('120')).toMatchObject({ verdict: { kind: 'wrong' }, feedback: ['That is in GWh.'], misconceptions: ['wrong-prefix'], solution: '120,000 MWh' })
  })

  it('takes a narrow range, and half a wide one', () => {
    expect(grade('118,000–122,000 MWh').verdict).toEqual({ kind: 'right' })
    expect(grade('100000 to 200000').verdict).toMatchObject({ kind: 'partly' })
    expect(grade('1 to 2').verdict).toEqual({ kind: 'wrong' })
  })

  it('waits for the rest of what is only begun', () => {
    for (const text of ['1.', '1,', '1.2e', '1.2×10^', '119–']) expect([text, grade(text).verdict]).toEqual([text, { kind: 'ungraded', reason: { code: 'unfinished' } }])
    expect(grade('120000.').verdict).toEqual({ kind: 'right' })
  })

  it('asks back instead of guessing', () => {
    expect(grade('120,5').verdict).toEqual({ kind: 'wrong' })
    expect(grade('120,500').verdict).toMatchObject({ kind: 'ungraded', reason: { code: 'ambiguous', readings: [{ html: '120,500 MWh' }, { html: '120.5 MWh' }] } })
    expect(grade('120000 kg').verdict).toEqual({ kind: 'ungraded', reason: { code: 'unit', expected: 'MWh' } })
  })
})
