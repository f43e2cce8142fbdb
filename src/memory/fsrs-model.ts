/**
 * The FSRS-6 mathematics, from ts-fsrs's pure functions. Its date-driven calls are not used: they count days in UTC
 * and throw when a clock moves back. Formulas: https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm
 */
import { computeDecayFactor, default_w, FSRSAlgorithm } from 'ts-fsrs'
import type { Rating } from './event.ts'
import type { MemoryState } from './memory-state.ts'

/** The parameters in use now; every answer keeps its own, so that a later set changes nothing in the past. */
export const currentParameters = 1

/** ts-fsrs reads its parameters through a Proxy, which takes half of a replay's time; a plain object gives the same. */
class PlainAlgorithm extends FSRSAlgorithm {
  readonly decay: number
  readonly factor: number

  constructor(weights: readonly number[]) {
    super({ w: weights, enable_fuzz: false, enable_short_term: true })
    this.param = { ...this.param }
    const { decay, factor } = computeDecayFactor(this.param.w)
    this.decay = decay
    this.factor = factor
  }

  /** The same curve as ts-fsrs's, without working out decay and factor anew each time. */
  retrievabilityAfter(elapsed: number, stability: number): number {
    return (1 + (this.factor * elapsed) / stability) ** this.decay
  }
}

const currentAlgorithm = new PlainAlgorithm(default_w)
/** Parameters that this version does not know (from a newer one) are read as the current ones. */
const algorithms: ReadonlyMap<number, PlainAlgorithm> = new Map([[currentParameters, currentAlgorithm]])

const gradeOf: Readonly<Record<Rating, number>> = { again: 1, hard: 2, good: 3, easy: 4 }
const { decay, factor } = currentAlgorithm

export interface Recall { readonly stability: number; readonly difficulty: number }

/** Stability (days) and difficulty after a rating, `elapsed` whole days (≥ 0) after the last one. */
export function nextRecall(state: MemoryState, elapsed: number, rating: Rating, parameters: number): Recall {
  const algorithm = algorithms.get(parameters) ?? currentAlgorithm
  const grade = gradeOf[rating]
  return state.stage === 'new' ? algorithm.next_state(null, elapsed, grade) : algorithm.next_state(state, elapsed, grade, algorithm.retrievabilityAfter(elapsed, state.stability))
}

/** The chance, 0 to 1, of recalling it `elapsed` days after the last review. */
export function retrievability(stability: number, elapsed: number): number {
  return currentAlgorithm.retrievabilityAfter(elapsed, stability)
}

/** Whole days, at least 1, until retrievability falls to the desired retention. */
export function intervalFor(stability: number, desiredRetention: number, maximumIntervalDays: number): number {
  const days = Math.round((stability / factor) * (desiredRetention ** (1 / decay) - 1))
  return Math.min(Math.max(1, days), maximumIntervalDays)
}
