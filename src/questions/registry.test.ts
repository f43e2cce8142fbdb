/** The parts of a kind that are found by its name are those of that kind. Its view, src/components/questions/question-views.test.ts holds. */
import { describe, expect, it } from 'vitest'
import { emptyAnswer } from './answer.ts'
import { authoredKinds } from './authored-kinds.ts'
import { sampleQuestion, sampleVariant } from './fixtures/sample-questions.ts'
import { kindNames } from './registry.ts'

describe.each(kindNames)('the kind %s', (kind) => {
  it('reads its own example and none of another kind', () => {
    const { schema } = authoredKinds[kind]
    expect(kindNames.filter((other) => schema.safeParse(sampleQuestion(other)).success)).toEqual([kind])
  })

  it('gives variants and answers its name', () => {
    expect(sampleVariant(kind).kind).toBe(kind)
    expect(emptyAnswer(sampleVariant(kind)).kind).toBe(kind)
  })
})
