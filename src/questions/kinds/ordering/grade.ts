import { ungraded, verdictOfShare } from '../grading.ts'
import type { Graded } from '../kind.ts'
import type { OrderingAnswer } from './answer.ts'
import type { OrderingVariant } from './variant.ts'

/**
 * Share: pairs of items that stand in the right order, mapped so that a random order scores about 0
 * (Kendall's tau, https://en.wikipedia.org/wiki/Kendall_rank_correlation_coefficient).
 */
export function gradeOrdering({ items, key, slips }: OrderingVariant, answer: OrderingAnswer): Graded {
  const order = [...new Set(answer.order)].filter((id) => key.includes(id))
  const open = key.length - order.length
  if (open > 0) return ungraded(order.length === 0 ? { code: 'empty' } : { code: 'incomplete', open })
  const misplaced = key.filter((id, place) => order[place] !== id)
  const pairs = (key.length * (key.length - 1)) / 2
  const tau = 1 - (2 * countInversions(order.map((id) => key.indexOf(id)))) / pairs
  const htmlOf = (id: string) => items.find((item) => item.id === id)?.html ?? ''
  return {
    verdict: verdictOfShare(tau, misplaced.map(htmlOf)),
    marks: key.map((id, place) => order[place] === id ? { part: id, mark: 'answer' } : { part: id, mark: 'yours', belongs: String(place + 1) }),
    feedback: slips.filter(({ before, after }) => order.indexOf(before) < order.indexOf(after)).map(({ feedback }) => feedback),
    misconceptions: [],
  }
}

export function revealOrdering({ key }: OrderingVariant): Graded {
  return { verdict: { kind: 'wrong' }, marks: key.map((id, place) => ({ part: id, mark: 'missed', belongs: String(place + 1) })), feedback: [], misconceptions: [] }
}

function countInversions(places: readonly number[]): number {
  return places.reduce((sum, place, index) => sum + places.slice(index + 1).filter((later) => later < place).length, 0)
}
