import { ungraded, verdictOfShare } from '../grading.ts'
import type { Graded } from '../kind.ts'
import type { RecallAnswer } from './answer.ts'
import type { RecallVariant } from './variant.ts'

/** Share: rubric points that the learner ticked, once they have compared their answer with the model. */
export function gradeRecall({ rubric }: RecallVariant, answer: RecallAnswer): Graded {
  if (!answer.compared) return ungraded({ code: answer.text.trim() === '' ? 'empty' : 'unchecked' })
  const missed = rubric.filter(({ id }) => !answer.points.includes(id))
  return {
    verdict: verdictOfShare(1 - missed.length / rubric.length, missed.map(({ html }) => html)),
    marks: rubric.map((point) => ({ part: point.id, mark: missed.includes(point) ? 'missed' : 'answer' })),
    feedback: [],
    misconceptions: [],
  }
}

export function revealRecall({ rubric, model }: RecallVariant): Graded {
  return { verdict: { kind: 'wrong' }, marks: rubric.map(({ id }) => ({ part: id, mark: 'missed' })), feedback: [], misconceptions: [], solution: model }
}
