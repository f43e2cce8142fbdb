/**
 * How well the memory model foresees, beside two foils that know nothing of memory: the learner's mean, and a moving
 * average. Log loss and RMSE in bins: lower is better; AUC: 0.5 is a coin, 1 tells every lapse in advance.
 */
import { measure, type Measured } from './measured.ts'
import type { Recall } from './recall-list.ts'

export interface Foresight {
  readonly logLoss: number
  readonly rmseBins: number
  /** 0.5 when all or none were recalled. */
  readonly auc: number
}
export interface CalibrationBin { readonly predicted: number; readonly recalled: number; readonly count: number }
export interface ModelCalibration {
  readonly fsrs: Foresight
  readonly constant: Foresight
  readonly movingAverage: Foresight
  /** Predicted against recalled share in twenty equal bins; empty ones are left out. */
  readonly bins: readonly CalibrationBin[]
}

const leastReviews = 100
const binCount = 20
/** Weight of the newest review in the moving average. */
const averageWeight = 0.02

export function measureModel(recalls: readonly Recall[]): Measured<ModelCalibration> {
  return measure(recalls.length, leastReviews, () => {
    const outcomes = recalls.map(({ recalled }) => (recalled ? 1 : 0))
    const fsrs = recalls.map(({ predicted }) => predicted)
    const mean = outcomes.reduce<number>((sum, outcome) => sum + outcome, 0) / outcomes.length
    // The constant even knows the mean of all in advance; the average starts from 90 % and sees only what came before.
    const constant = outcomes.map(() => mean)
    let average = 0.9
    const movingAverage = outcomes.map((outcome) => {
      const foreseen = average
      average += averageWeight * (outcome - average)
      return foreseen
    })
    return { fsrs: judge(fsrs, outcomes), constant: judge(constant, outcomes), movingAverage: judge(movingAverage, outcomes), bins: binned(fsrs, outcomes) }
  })
}

function judge(foreseen: readonly number[], outcomes: readonly number[]): Foresight {
  return { logLoss: logLoss(foreseen, outcomes), rmseBins: rmse(binned(foreseen, outcomes)), auc: areaUnderCurve(foreseen, outcomes) }
}

function logLoss(foreseen: readonly number[], outcomes: readonly number[]): number {
  const sum = foreseen.reduce((loss, value, index) => {
    const chance = Math.min(Math.max(value, 1e-4), 1 - 1e-4)
    return loss - Math.log(outcomes[index] === 1 ? chance : 1 - chance)
  }, 0)
  return sum / foreseen.length
}

function binned(foreseen: readonly number[], outcomes: readonly number[]): CalibrationBin[] {
  const sums = Array.from({ length: binCount }, () => ({ predicted: 0, recalled: 0, count: 0 }))
  for (const [index, value] of foreseen.entries()) {
    const bin = sums[Math.min(binCount - 1, Math.floor(value * binCount))]
    if (bin === undefined) continue
    bin.predicted += value
    bin.recalled += outcomes[index] ?? 0
    bin.count += 1
  }
  return sums.filter(({ count }) => count > 0).map(({ predicted, recalled, count }) => ({ predicted: predicted / count, recalled: recalled / count, count }))
}

function rmse(bins: readonly CalibrationBin[]): number {
  const count = bins.reduce((sum, bin) => sum + bin.count, 0)
  return Math.sqrt(bins.reduce((sum, bin) => sum + bin.count * (bin.predicted - bin.recalled) ** 2, 0) / count)
}

/** The chance that a recalled review was foreseen higher than a forgotten one, ties counting half (Mann–Whitney U). */
export function areaUnderCurve(foreseen: readonly number[], outcomes: readonly number[]): number {
  const order = foreseen.map((value, index) => ({ value, recalled: outcomes[index] === 1 })).sort((first, second) => first.value - second.value)
  const recalledCount = order.filter(({ recalled }) => recalled).length
  const forgottenCount = order.length - recalledCount
  if (recalledCount === 0 || forgottenCount === 0) return 0.5
  let rankSum = 0
  for (let start = 0; start < order.length;) {
    let end = start
    while (end < order.length && order[end]?.value === order[start]?.value) end += 1
    const meanRank = (start + 1 + end) / 2
    for (let index = start; index < end; index += 1) if (order[index]?.recalled === true) rankSum += meanRank
    start = end
  }
  return (rankSum - (recalledCount * (recalledCount + 1)) / 2) / (recalledCount * forgottenCount)
}
