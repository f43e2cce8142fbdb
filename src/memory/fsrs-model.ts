/**
 * The FSRS-6 mathematics, from ts-fsrs's pure functions. Its date-driven calls are not used: they count days in UTC
 * and throw when a clock moves back. Formulas: https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm
 */
import { computeDecayFactor, default_w, FSRSAlgorithm } from 'ts-fsrs'
import { ratings, type Rating } from './event.ts'
import type { MemoryState } from './memory-state.ts'

/** The parameters in use now; every answer keeps its own, so that a later set changes nothing in the past. */
export const currentParameters = 1

const weightsByVersion: ReadonlyMap<number, readonly number[]> = new Map([[1, default_w]])
const newestWeights = weightsByVersion.get(currentParameters) ?? default_w
const algorithms = new Map<number, FSRSAlgorithm>()

/** Parameters that this version does not know (from a newer one) are read as the current ones. */
function algorithmOf(version: number): FSRSAlgorithm {
  const known = algorithms.get(version)
  if (known !== undefined) return known
  const algorithm = new FSRSAlgorithm({ w: weightsByVersion.get(version) ?? newestWeights, enable_fuzz: false, enable_short_term: true })
  algorithms.set(version, algorithm)
  return algorithm
}

const { decay, factor } = computeDecayFactor(newestWeights)

export interface Recall { readonly stability: number; readonly difficulty: number }

/** Stability (days) and difficulty after a rating, `elapsed` whole days (≥ 0) after the last one. */
export function nextRecall(state: MemoryState, elapsed: number, rating: Rating, parameters: number): Recall {
  return algorithmOf(parameters).next_state(state.stage === 'new' ? null : state, elapsed, ratings.indexOf(rating) + 1)
}

/** The chance, 0 to 1, of recalling it `elapsed` days after the last review. */
export function retrievability(stability: number, elapsed: number): number {
  return (1 + (factor * elapsed) / stability) ** decay
}

/** Whole days, at least 1, until retrievability falls to the desired retention. */
export function intervalFor(stability: number, desiredRetention: number, maximumIntervalDays: number): number {
  const days = Math.round((stability / factor) * (desiredRetention ** (1 / decay) - 1))
  return Math.min(Math.max(1, days), maximumIntervalDays)
}
