/** All numbers of the statistics page in one pass over the log. */
import type { ReviewEvent } from '../event.ts'
import { measureConfidence, type ConfidenceCalibration } from './confidence-calibration.ts'
import type { Measured } from './measured.ts'
import { measureModel, type ModelCalibration } from './model-calibration.ts'
import { measureRetention, type RetentionBand } from './retention.ts'
import { listRecalls } from './recall-list.ts'

export interface Statistics {
  readonly reviews: number
  readonly retention: readonly RetentionBand[]
  readonly model: Measured<ModelCalibration>
  readonly confidence: Measured<ConfidenceCalibration>
}

/** @param log in its order */
export function computeStatistics(log: readonly ReviewEvent[]): Statistics {
  const recalls = listRecalls(log)
  return { reviews: recalls.answers, retention: measureRetention(recalls.byDays), model: measureModel(recalls.byDays), confidence: measureConfidence(log) }
}
