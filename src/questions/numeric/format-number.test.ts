import { describe, expect, it } from 'vitest'
import { formatQuantity } from './format-number.ts'

describe('formatQuantity', () => {
  it.each([
    [120_000, 'MWh', undefined, '120,000 MWh'], [14, '%', undefined, '14%'], [-0.5, undefined, undefined, '−0.5'], [5, '$', undefined, '$5'], [1, 'a<b', undefined, '1 a&lt;b'],
    [0.000001234, '%', 1, '0.0%'], [-0.001, '%', 0, '0%'], [3.14159e23, 'FLOP', undefined, '3.14159 × 10<sup>23</sup> FLOP'], [2e-9, undefined, undefined, '2 × 10<sup>−9</sup>'],
  ])('shows %d %s as %s', (value, unit, decimals, html) => expect(formatQuantity(value, unit, decimals)).toBe(html))
})
