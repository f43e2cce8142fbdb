import { describe, expect, it } from 'vitest'
import { allowedRatings } from './confidence.ts'

describe('allowedRatings', () => {
  it('rates a wrong answer again, whatever the confidence', () => expect(allowedRatings({ kind: 'wrong' }, 'sure')).toEqual(['again']))
  it('prefers good, and hard after a guess', () => {
    expect(allowedRatings({ kind: 'right' }, 'think-so')[0]).toBe('good')
    expect(allowedRatings({ kind: 'partly', share: 0.5, missing: [] }, 'guess')[0]).toBe('hard')
  })
  it('rates nothing that was not graded', () => expect(allowedRatings({ kind: 'ungraded', reason: { code: 'empty' } }, 'sure')).toEqual([]))
})
