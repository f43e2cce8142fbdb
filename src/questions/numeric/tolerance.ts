/** How far off a number may be. */
import type { Tolerance } from '../kinds/numeric/schema.ts'

/** Room for the rounding of binary fractions, so that 0.1 + 0.2 lies within 0.1 of 0.4. */
const ROUNDING = 1e-9

/**
 * The distance of `value` from `key` in units of the tolerance: 1 is just allowed, 2 is twice too far. Never negative;
 * infinite where no comparison is possible (zero or another sign in orders of magnitude, a value that is not finite).
 */
export function distanceInTolerances(value: number, key: number, tolerance: Tolerance): number {
  if (!Number.isFinite(value) || !Number.isFinite(key)) return Infinity
  if (value === key) return 0
  const distance = Math.abs(value - key)
  if ('absolute' in tolerance) return distance / tolerance.absolute
  if ('relative' in tolerance) return distance / (tolerance.relative * Math.abs(key))
  if ('significantFigures' in tolerance) {
    // Half a unit in the last figure that counts: what rounding to these figures may move.
    const halfUnit = 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(key))) - tolerance.significantFigures + 1)
    return key === 0 ? Infinity : distance / halfUnit
  }
  return value / key > 0 ? Math.abs(Math.log10(value / key)) / tolerance.magnitude : Infinity
}

export function isWithin(value: number, key: number, tolerance: Tolerance): boolean {
  return distanceInTolerances(value, key, tolerance) <= 1 + ROUNDING
}
