import { describe, expect, it } from 'vitest'
import { distanceInTolerances, isWithin } from './tolerance.ts'

describe('tolerance', () => {
  it.each([
    [0.4, 0.3, { absolute: 0.1 }, true], [0.41, 0.3, { absolute: 0.1 }, false],
    [105, 100, { relative: 0.05 }, true], [94, 100, { relative: 0.05 }, false],
    [60, 59.87, { significantFigures: 1 }, true], [59.9, 59.87, { significantFigures: 3 }, true], [59, 59.87, { significantFigures: 2 }, false],
    [3e5, 1e5, { magnitude: 0.5 }, true], [4e5, 1e5, { magnitude: 0.5 }, false], [-1e5, 1e5, { magnitude: 2 }, false], [0, 1, { magnitude: 2 }, false],
    [0, 0, { magnitude: 1 }, true], [1, 0, { relative: 0.5 }, false], [1, 0, { significantFigures: 1 }, false],
  ])('%d for %d within %j: %s', (value, key, tolerance, within) => expect(isWithin(value, key, tolerance)).toBe(within))

  it('is infinite for what is not finite', () => {
    expect(distanceInTolerances(Number.NaN, 1, { absolute: 1 })).toBe(Infinity)
    expect(distanceInTolerances(1, Infinity, { magnitude: 1 })).toBe(Infinity)
  })
})
