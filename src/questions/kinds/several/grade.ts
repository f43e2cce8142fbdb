import { ungraded, verdictOfShare } from '../grading.ts'
import type { Graded, Mark } from '../kind.ts'
import type { SeveralAnswer } from './answer.ts'
import type { SeveralVariant } from './variant.ts'

/** Share: right options taken less wrong ones taken, of all right ones, so that taking everything gains nothing. */
export function gradeSeveral({ options }: SeveralVariant, answer: SeveralAnswer): Graded {
  const isTaken = (option: { readonly id: string }) => answer.options.includes(option.id)
  const taken = options.filter(isTaken)
  if (taken.length === 0) return ungraded({ code: 'empty' })
  const keys = options.filter(({ correct }) => correct)
  const wrong = taken.filter(({ correct }) => !correct)
  const missed = keys.filter((option) => !isTaken(option))
  const share = (keys.length - missed.length - wrong.length) / keys.length
  return {
    verdict: verdictOfShare(share, missed.map(({ html }) => html)),
    marks: [
      ...wrong.map(({ id }): Mark => ({ part: id, mark: 'yours' })),
      ...keys.map((option): Mark => ({ part: option.id, mark: isTaken(option) ? 'answer' : 'missed' })),
    ],
    feedback: [...wrong, ...missed].map(({ feedback }) => feedback),
    misconceptions: wrong.flatMap(({ misconception }) => misconception ?? []),
  }
}
