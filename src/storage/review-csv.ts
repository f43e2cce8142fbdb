/**
 * The reviews in the form that the FSRS optimizers read: one row a review, times in UTC milliseconds, ratings 1 to 4,
 * states 0 new, 1 learning, 2 review, 3 relearning. https://github.com/open-spaced-repetition/fsrs-optimizer
 */
import { walkAnswers } from '../memory/answer-history.ts'
import { ratings, type ReviewEvent } from '../memory/event.ts'

const stageNumbers = { new: 0, learning: 1, review: 2, relearning: 3 } as const

/** @param log in its order; practice and what was undone are left out */
export function writeReviewCsv(log: readonly ReviewEvent[]): string {
  const rows = ['card_id,review_time,review_rating,review_state,review_duration']
  walkAnswers(log, (answer, before) => {
    rows.push([answer.questionId, answer.utcMs, ratings.indexOf(answer.rating) + 1, stageNumbers[before.stage], answer.thinkingMs].join(','))
  })
  return `${rows.join('\n')}\n`
}
