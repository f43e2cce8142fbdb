import { expect, it } from 'vitest'
import { sampleVariant } from './fixtures/sample-questions.ts'
import { reportQuestion } from './report.ts'

it('reports what brings the variant and the answer back', () => {
  const variant = sampleVariant('numeric')
  expect(reportQuestion(variant)).toBe(`question: o1-numeric\nrev: 1\nseed: ${variant.seed}`)
  expect(reportQuestion(variant, { answer: { kind: 'numeric', text: '12' }, verdict: { kind: 'wrong' }, overruled: true }))
    .toContain('answer: {"kind":"numeric","text":"12"}\nverdict: wrong, overruled by the learner')
})
