/** True retention: the share of reviews that were recalled, by how long the interval had been. */
import { measure, type Measured } from './measured.ts'
import type { Recall } from './recall-list.ts'

export interface RetentionBand {
  /** Interval in days, both ends included; `to` is Infinity in the last band. */
  readonly from: number
  readonly to: number
  /** Share recalled, 0 to 1, with the ends of its 95 % Wilson interval. */
  readonly recalled: Measured<{ readonly share: number; readonly low: number; readonly high: number; readonly predicted: number }>
}

const bandStarts = [1, 4, 8, 21, 61, 181] as const
const leastReviews = 10

export function measureRetention(recalls: readonly Recall[]): RetentionBand[] {
  return bandStarts.map((from, index) => {
    const next = bandStarts[index + 1]
    const to = next === undefined ? Number.POSITIVE_INFINITY : next - 1
    const inBand = recalls.filter(({ elapsed }) => elapsed >= from && elapsed <= to)
    return { from, to, recalled: measure(inBand.length, leastReviews, () => shareWithInterval(inBand)) }
  })
}

function shareWithInterval(recalls: readonly Recall[]): { share: number; low: number; high: number; predicted: number } {
  const count = recalls.length
  const share = recalls.filter(({ recalled }) => recalled).length / count
  const predicted = recalls.reduce((sum, recall) => sum + recall.predicted, 0) / count
  // Wilson score interval, https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval
  const z = 1.96
  const centre = (share + z ** 2 / (2 * count)) / (1 + z ** 2 / count)
  const margin = (z / (1 + z ** 2 / count)) * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2))
  return { share, low: centre - margin, high: centre + margin, predicted }
}
