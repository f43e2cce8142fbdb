/** Whether "sure" means right: the learner's own confidence against grading's verdict. */
import { confidences, type Confidence, type ReviewEvent } from '../event.ts'
import { entriesInForce } from '../in-force.ts'
import { measure, type Measured } from './measured.ts'

export interface ConfidenceBand {
  readonly confidence: Confidence
  readonly answers: number
  /** Share right, a partly right answer counting half; undefined without answers. */
  readonly right?: number
}
export interface ConfidenceCalibration {
  readonly bands: readonly ConfidenceBand[]
  /** The share of the sure answers that were wrong: what is worth reading again. */
  readonly surelyWrong: number
}

const leastAnswers = 20

export function measureConfidence(log: readonly ReviewEvent[]): Measured<ConfidenceCalibration> {
  const sums = new Map<Confidence, { answers: number; right: number; wrong: number }>(confidences.map((confidence) => [confidence, { answers: 0, right: 0, wrong: 0 }]))
  let count = 0
  for (const event of entriesInForce(log)) {
    if (event.type !== 'answer' || event.confidence === undefined) continue
    const verdict = event.overruledTo ?? event.verdict
    const sum = sums.get(event.confidence)
    if (verdict === 'ungraded' || sum === undefined) continue
    count += 1
    sum.answers += 1
    if (verdict === 'right') sum.right += 1
    if (verdict === 'partly') sum.right += 0.5
    if (verdict === 'wrong') sum.wrong += 1
  }
  return measure(count, leastAnswers, () => {
    const sure = sums.get('sure')
    return {
      bands: [...sums].map(([confidence, { answers, right }]) => (answers === 0 ? { confidence, answers } : { confidence, answers, right: right / answers })),
      surelyWrong: sure === undefined || sure.answers === 0 ? 0 : sure.wrong / sure.answers,
    }
  })
}
