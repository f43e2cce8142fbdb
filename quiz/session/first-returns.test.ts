import { expect, test } from 'vitest'
import { firstReturns } from './first-returns.ts'

test('each return is further off than the one before', () => {
  const days = firstReturns(0.9, 36_500, 5).map((one) => one.days)
  expect(days).toHaveLength(5)
  expect(days.every((one, index) => index === 0 || one > (days[index - 1] ?? 0))).toBe(true)
})

test('whoever aims higher sees a question sooner', () => {
  expect(firstReturns(0.95, 36_500, 3)[2]?.days).toBeLessThan(firstReturns(0.85, 36_500, 3)[2]?.days ?? 0)
})
