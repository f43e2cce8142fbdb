/**
 * The FSRS-6 mathematics, from ts-fsrs's pure functions. Its date-driven calls are not used: they count days in UTC
 * and throw when a clock moves back. Formulas: https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm
 */
import { clipParameters, computeDecayFactor, default_w, FSRSAlgorithm } from 'ts-fsrs'
import { hashText } from './chance.ts'
import type { Rating } from './event.ts'
import type { MemoryState } from './memory-state.ts'

/** FSRS's parameters, w0 to w20. The last one is the shape of the forgetting curve; a stability is the days until recall falls to 90 % under every set, so that what one set learned another can go on from. */
export type Weights = readonly number[]
export const publishedWeights: Weights = default_w
/** The number of the published set. Every answer keeps the number of its set, so that a later set changes nothing in the past. */
export const publishedParameters = 1

/** ts-fsrs reads its parameters through a Proxy, which takes half of a replay's time; a plain object gives the same. */
class PlainAlgorithm extends FSRSAlgorithm {
  readonly decay: number
  readonly factor: number
  private readonly firstDifficulties: readonly number[]

  constructor(weights: readonly number[]) {
    super({ w: weights, enable_fuzz: false, enable_short_term: true })
    this.param = { ...this.param }
    const { decay, factor } = computeDecayFactor(this.param.w)
    this.decay = decay
    this.factor = factor
    this.firstDifficulties = [0, 1, 2, 3, 4].map((grade) => super.init_difficulty(grade))
  }

  /** The same as ts-fsrs's, which works out the one for easy anew with every answer. */
  override init_difficulty(grade: number): number {
    return this.firstDifficulties[grade] ?? super.init_difficulty(grade)
  }

  /** The same curve as ts-fsrs's, without working out decay and factor anew each time. */
  retrievabilityAfter(elapsed: number, stability: number): number {
    return (1 + (this.factor * elapsed) / stability) ** this.decay
  }
}

const publishedAlgorithm = new PlainAlgorithm(publishedWeights)
/** Sets by number. The number comes from the weights themselves: to know one more set changes the meaning of no log. */
const algorithms = new Map([[publishedParameters, publishedAlgorithm]])

const gradeOf: Readonly<Record<Rating, number>> = { again: 1, hard: 2, good: 3, easy: 4 }

export interface Recall { readonly stability: number; readonly difficulty: number }

/** The number of a set, the same on every device; from now on `nextRecall` knows it. */
export function parametersOf(weights: Weights): number {
  if (weights.every((weight, index) => weight === publishedWeights[index])) return publishedParameters
  const parameters = publishedParameters + 1 + hashText(weights.join(' '))
  if (!algorithms.has(parameters)) algorithms.set(parameters, new PlainAlgorithm(weights))
  return parameters
}

/** Weights within what FSRS allows; undefined when the value is not a set. */
export function readWeights(value: unknown): Weights | undefined {
  if (!Array.isArray(value) || value.length !== publishedWeights.length) return undefined
  const weights = value.filter((weight): weight is number => Number.isFinite(weight))
  return weights.length === publishedWeights.length ? withinBounds(weights) : undefined
}

/** The nearest set that FSRS allows. */
export function withinBounds(weights: Weights): Weights {
  return clipParameters([...weights], 1)
}

/** A set that is only tried out. */
export interface TriedSet {
  next(before: Recall | undefined, elapsed: number, rating: Rating): Recall
  retrievability(stability: number, elapsed: number): number
}
export function tryWeights(weights: Weights): TriedSet {
  const algorithm = new PlainAlgorithm(weights)
  return {
    next: (before, elapsed, rating) => algorithm.next_state(before ?? null, elapsed, gradeOf[rating], before && algorithm.retrievabilityAfter(elapsed, before.stability)),
    retrievability: (stability, elapsed) => algorithm.retrievabilityAfter(elapsed, stability),
  }
}

/** Stability (days) and difficulty after a rating, `elapsed` whole days (≥ 0) after the last one. */
export function nextRecall(state: MemoryState, elapsed: number, rating: Rating, parameters: number): Recall {
  const algorithm = algorithmOf(parameters)
  const grade = gradeOf[rating]
  return state.stage === 'new' ? algorithm.next_state(null, elapsed, grade) : algorithm.next_state(state, elapsed, grade, algorithm.retrievabilityAfter(elapsed, state.stability))
}

/** The chance, 0 to 1, of recalling it `elapsed` days after the last review. */
export function retrievability(stability: number, elapsed: number, parameters: number): number {
  return algorithmOf(parameters).retrievabilityAfter(elapsed, stability)
}

/** A set that no entry of this log defined can only come from a damaged one: the published set stands in. */
function algorithmOf(parameters: number): PlainAlgorithm {
  return algorithms.get(parameters) ?? publishedAlgorithm
}

/** Whole days, at least 1, until retrievability falls to the desired retention. */
export function intervalFor(stability: number, desiredRetention: number, maximumIntervalDays: number, parameters: number): number {
  const { decay, factor } = algorithmOf(parameters)
  const days = Math.round((stability / factor) * (desiredRetention ** (1 / decay) - 1))
  return Math.min(Math.max(1, days), maximumIntervalDays)
}
