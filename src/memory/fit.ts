/**
 * Fits FSRS's parameters to one learner's own reviews. Sought is the least log loss of recall over all reviews a day or
 * more after the last one, with FSRS's own penalty for leaving the published parameters; the way there is Fisher scoring
 * with damping, which draws nothing at random. The newest reviews are held out: on them a fitted set must foresee better
 * than the one in use, going on from the states as they were then, just as it would have if it had been taken up.
 * https://github.com/open-spaced-repetition/fsrs-optimizer
 */
import type { QuestionId } from '../content/ids.ts'
import { walkAnswers } from './answer-history.ts'
import { elapsedDays } from './day-clock.ts'
import type { Rating, ReviewEvent } from './event.ts'
import { parametersOf, publishedWeights, tryWeights, withinBounds, type Recall, type TriedSet, type Weights } from './fsrs-model.ts'
import type { LearnerSettings } from './settings.ts'
import { longRunReviews } from './statistics/workload.ts'

/** Reviews a day or more after the last one that it takes to fit the first stabilities, and all parameters. */
export const leastReviews = { first: 400, all: 1_000 } as const
const heldOutShare = 0.2
const firstStabilities = [0, 1, 2, 3]
const allWeights = publishedWeights.map((_, index) => index)
/** How far learners' parameters lie from the published ones: standard deviations of w0 to w20, from the optimizer's prior. */
const spreads: Weights = [6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32, 0.14, 0.27]
const mostRounds = 12
/** A round that lowers the loss by less, in nats over all reviews, is the last. */
const leastGain = 0.02
const answersPerSlice = 2_000

/** How a set foresaw the held-out reviews, and the work that it would make in the long run. */
interface Foresight {
  readonly logLoss: number
  /** The mean chance of recall that it foresaw. */
  readonly recall: number
  readonly reviewsPerDay: number
}
export type Fit =
  | { readonly kind: 'too-little-data'; readonly have: number; readonly need: number }
  | {
    readonly kind: 'better' | 'not-better'
    readonly weights: Weights
    /** Whether there was enough for all parameters, or for the first stabilities alone. */
    readonly fitted: 'first' | 'all'
    readonly reviews: number
    readonly heldOut: number
    /** The share of the held-out reviews that was recalled. */
    readonly recalled: number
    readonly before: Foresight
    readonly after: Foresight
  }

export interface FitRequest extends Pick<LearnerSettings, 'desiredRetention' | 'maximumIntervalDays' | 'relearningSteps'> {
  /** The set that is to be bettered. */
  readonly inUse: Weights
}

/** One scheduled answer. */
interface Step {
  readonly elapsed: number
  readonly rating: Rating
  /** What was remembered before it, as the schedule had it; undefined for the first. */
  readonly before: Recall | undefined
  readonly heldOut: boolean
}
/** The answers to one question since it was new. */
type History = readonly Step[]

/**
 * Yields the share done, 0 to 1, every few milliseconds; returns the fit.
 * @param log in its order
 */
export function* fitParameters(log: readonly ReviewEvent[], request: FitRequest): Generator<number, Fit> {
  const { histories, reviews } = collectHistories(log)
  if (reviews < leastReviews.first) return { kind: 'too-little-data', have: reviews, need: leastReviews.first }
  const fitted = reviews < leastReviews.all ? 'first' : 'all'
  const [roundCost, wholeCost] = [firstStabilities.length + 1, fitted === 'all' ? allWeights.length + 1 : 0]
  const total = mostRounds * (roundCost + wholeCost)
  let weights = yield* descend(publishedWeights, firstStabilities, histories, (rounds) => (rounds * roundCost) / total)
  if (fitted === 'all') weights = yield* descend(weights, allWeights, histories, (rounds) => (mostRounds * roundCost + rounds * wholeCost) / total)
  weights = withinBounds(weights.map((weight) => Number(weight.toFixed(4))))

  const [before, after] = [judge(request.inUse, histories, request), judge(weights, histories, request)]
  const { heldOut, recalled } = before
  return { kind: after.logLoss < before.logLoss ? 'better' : 'not-better', weights, fitted, reviews, heldOut, recalled: recalled / heldOut, before, after }
}

function collectHistories(log: readonly ReviewEvent[]): { readonly histories: readonly History[]; readonly reviews: number } {
  const answers: (Omit<Step, 'heldOut'> & { readonly questionId: QuestionId })[] = []
  walkAnswers(log, ({ questionId, rating, day }, state) => {
    const isNew = state.stage === 'new'
    answers.push({ questionId, rating, elapsed: isNew ? 0 : elapsedDays(state.lastDay, day), before: isNew ? undefined : { stability: state.stability, difficulty: state.difficulty } })
  })
  const reviews = answers.filter(isTested).length
  const held = Math.floor(reviews * (1 - heldOutShare))
  const current = new Map<QuestionId, Step[]>()
  const histories: Step[][] = []
  let seen = 0
  for (const { questionId, ...answer } of answers) {
    const step = { ...answer, heldOut: seen >= held }
    if (isTested(answer)) seen += 1
    const history = current.get(questionId)
    if (history !== undefined && answer.before !== undefined) history.push(step)
    else {
      const begun = [step]
      current.set(questionId, begun)
      histories.push(begun)
    }
  }
  return { histories, reviews }
}

/** Whether the answer says something of memory: a day or more passed. */
function isTested({ before, elapsed }: Pick<Step, 'before' | 'elapsed'>): boolean {
  return before !== undefined && elapsed >= 1
}

/** From `start` to the least penalised loss over what is not held out, moving the weights in `free` alone. */
function* descend(start: Weights, free: readonly number[], histories: readonly History[], shareAfter: (rounds: number) => number): Generator<number, Weights> {
  let weights = start
  let loss = yield* trainingLoss(weights, histories, shareAfter(0))
  let damping = 1e-3
  for (let round = 0; round < mostRounds; round += 1) {
    const { gradient, fisher } = yield* slopeAt(weights, free, histories, shareAfter(round))
    let gain = 0
    for (let attempt = 0; attempt < 6 && gain <= 0; attempt += 1) {
      const move = solve(fisher.map((row, index) => row.map((value, column) => (column === index ? value * (1 + damping) : value))), gradient)
      const next = withinBounds(weights.map((weight, index) => weight - (move[free.indexOf(index)] ?? 0)))
      const nextLoss = yield* trainingLoss(next, histories, shareAfter(round))
      gain = loss - nextLoss
      if (gain > 0) [weights, loss, damping] = [next, nextLoss, damping / 4]
      else damping *= 10
    }
    if (gain < leastGain) break
  }
  return weights
}

/** In nats: the log loss of all reviews that are not held out, and the penalty. */
function* trainingLoss(weights: Weights, histories: readonly History[], share: number): Generator<number, number> {
  let loss = penaltyOf(weights)
  let answers = 0
  const model = tryWeights(weights)
  for (const history of histories) {
    let state: Recall | undefined
    for (const step of history) {
      if (step.heldOut) break
      if (state !== undefined && isTested(step)) loss += lossOf(chanceOf(model, state, step), step)
      state = model.next(state, step.elapsed, step.rating)
      answers += 1
    }
    if (answers > answersPerSlice) {
      yield share
      answers = 0
    }
  }
  return loss
}

/** The gradient of the penalised loss and its Fisher information, by small steps of each free weight. */
function* slopeAt(weights: Weights, free: readonly number[], histories: readonly History[], share: number): Generator<number, { readonly gradient: readonly number[]; readonly fisher: readonly (readonly number[])[] }> {
  const widths = free.map((index) => nudge(weights, index))
  const nudged = free.map((index, place) => tryWeights(weights.map((weight, at) => (at === index ? weight + (widths[place] ?? 0) : weight))))
  const model = tryWeights(weights)
  const gradient = free.map((index) => (2 * ((weights[index] ?? 0) - (publishedWeights[index] ?? 0))) / (spreads[index] ?? 1) ** 2)
  const fisher = free.map((index, place) => free.map((_, column) => (column === place ? 2 / (spreads[index] ?? 1) ** 2 : 0)))
  const slopes = free.map(() => 0)
  let answers = 0
  for (const history of histories) {
    let state: Recall | undefined
    let states: readonly Recall[] = []
    for (const step of history) {
      if (step.heldOut) break
      if (state !== undefined && isTested(step)) {
        const chance = chanceOf(model, state, step)
        const information = 1 / (chance * (1 - chance))
        for (const [place, other] of nudged.entries()) slopes[place] = (chanceOf(other, states[place] ?? state, step) - chance) / (widths[place] ?? 1)
        const surprise = (chance - (step.rating === 'again' ? 0 : 1)) * information
        for (const [place, slope] of slopes.entries()) {
          gradient[place] = (gradient[place] ?? 0) + surprise * slope
          const row = fisher[place]
          if (row !== undefined) for (const [column, other] of slopes.entries()) row[column] = (row[column] ?? 0) + information * slope * other
        }
      }
      state = model.next(state, step.elapsed, step.rating)
      states = nudged.map((other, place) => other.next(states[place], step.elapsed, step.rating))
      answers += nudged.length
    }
    if (answers > answersPerSlice) {
      yield share
      answers = 0
    }
  }
  return { gradient, fisher }
}

/** A small step of one weight that stays within its bounds. */
function nudge(weights: Weights, index: number): number {
  const width = (spreads[index] ?? 1) / 1_000
  const moved = (weights[index] ?? 0) + width
  return withinBounds(weights.map((weight, at) => (at === index ? moved : weight)))[index] === moved ? width : -width
}

function penaltyOf(weights: Weights): number {
  return spreads.reduce((sum, spread, index) => sum + (((weights[index] ?? 0) - (publishedWeights[index] ?? 0)) / spread) ** 2, 0)
}

function judge(weights: Weights, histories: readonly History[], request: FitRequest): Foresight & { readonly heldOut: number; readonly recalled: number } {
  const model = tryWeights(weights)
  let [loss, foreseen, heldOut, recalled] = [0, 0, 0, 0]
  for (const history of histories) {
    // As the schedule had it when the newest reviews began.
    let state = history.find((step) => step.heldOut)?.before
    for (const step of history) {
      if (!step.heldOut) continue
      if (state !== undefined && isTested(step)) {
        const chance = chanceOf(model, state, step)
        loss += lossOf(chance, step)
        foreseen += chance
        heldOut += 1
        if (step.rating !== 'again') recalled += 1
      }
      state = model.next(state, step.elapsed, step.rating)
    }
  }
  // The work that it makes once every question has come under it.
  const stabilities = histories.flatMap((history) => history.reduce<Recall | undefined>((state, step) => model.next(state, step.elapsed, step.rating), undefined)?.stability ?? [])
  return { logLoss: loss / heldOut, recall: foreseen / heldOut, reviewsPerDay: longRunReviews(stabilities, request, request.desiredRetention, parametersOf(weights)), heldOut, recalled }
}

/** The chance of recall, kept from certainty: one surprise must not outweigh all else. */
function chanceOf(model: TriedSet, { stability }: Recall, { elapsed }: Step): number {
  return Math.min(Math.max(model.retrievability(stability, elapsed), 1e-4), 1 - 1e-4)
}

function lossOf(chance: number, { rating }: Step): number {
  return -Math.log(rating === 'again' ? 1 - chance : chance)
}

/** Solves a symmetric, positive definite system by Gaussian elimination, which needs no pivoting there. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0])
  for (const [pivot, pivotRow] of rows.entries()) {
    for (const row of rows.slice(pivot + 1)) {
      const factor = (row[pivot] ?? 0) / (pivotRow[pivot] ?? 1)
      for (let column = pivot; column < row.length; column += 1) row[column] = (row[column] ?? 0) - factor * (pivotRow[column] ?? 0)
    }
  }
  const solution = rows.map(() => 0)
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const row = rows[index] ?? []
    const known = solution.reduce((sum, value, column) => (column > index ? sum + value * (row[column] ?? 0) : sum), 0)
    solution[index] = ((row.at(-1) ?? 0) - known) / (row[index] ?? 1)
  }
  return solution
}
