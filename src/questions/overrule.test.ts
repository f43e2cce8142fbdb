import { expect, it } from 'vitest'
import { gaveUp } from './answer.ts'
import { canOverrule } from './overrule.ts'

it('lets only typed answers be overruled, and only when they were not right', () => {
  expect(canOverrule({ kind: 'short', text: 'x' }, { kind: 'wrong' })).toBe(true)
  expect(canOverrule({ kind: 'parametric', as: 'typed', text: '5' }, { kind: 'partly', share: 0.5, missing: [] })).toBe(true)
  expect(canOverrule({ kind: 'short', text: 'x' }, { kind: 'right' })).toBe(false)
  expect(canOverrule({ kind: 'choice', option: 'a' }, { kind: 'wrong' })).toBe(false)
  expect(canOverrule(gaveUp, { kind: 'wrong' })).toBe(false)
})
