/** How sure the learner says they are, before the verdict, and which ratings follow from both. */
import type { Verdict } from './verdict.ts'

export const confidences = ['guess', 'think-so', 'sure'] as const
export type Confidence = (typeof confidences)[number]

/** The same four words as the memory model's ratings (src/memory). */
export type RatingWord = 'again' | 'hard' | 'good' | 'easy'

/** The ratings on offer after a verdict, the preferred one first; none while the answer is ungraded. */
export function allowedRatings(verdict: Verdict, confidence: Confidence): readonly RatingWord[] {
  switch (verdict.kind) {
    case 'wrong': return ['again']
    case 'right':
    case 'partly': return confidence === 'guess' ? ['hard', 'good', 'easy'] : ['good', 'hard', 'easy']
    case 'ungraded': return []
  }
}
