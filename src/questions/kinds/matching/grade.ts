import { ungraded, verdictOfShare } from '../grading.ts'
import type { Graded } from '../kind.ts'
import type { MatchingAnswer } from './answer.ts'
import type { MatchingVariant } from './variant.ts'

/** Share: left sides paired rightly. */
export function gradeMatching({ lefts, rights }: MatchingVariant, answer: MatchingAnswer): Graded {
  const given = new Map(lefts.map(({ id }) => [id, rights.find((right) => right.id === answer.pairs[id])]))
  const open = [...given.values()].filter((right) => right === undefined).length
  if (open > 0) return ungraded(open === lefts.length ? { code: 'empty' } : { code: 'incomplete', open })
  const wrong = lefts.filter(({ id }) => given.get(id)?.id !== id)
  return {
    verdict: verdictOfShare(1 - wrong.length / lefts.length, wrong.map(({ html }) => html)),
    marks: lefts.map((left) => wrong.includes(left) ? { part: left.id, mark: 'yours', belongs: rightOf(rights, left.id) } : { part: left.id, mark: 'answer' }),
    feedback: wrong.map((left) => given.get(left.id)?.feedback ?? left.feedback),
    misconceptions: [],
  }
}

export function revealMatching({ lefts, rights }: MatchingVariant): Graded {
  return {
    verdict: { kind: 'wrong' }, feedback: [], misconceptions: [],
    marks: lefts.map(({ id }) => ({ part: id, mark: 'missed', belongs: rightOf(rights, id) })),
  }
}

const rightOf = (rights: MatchingVariant['rights'], id: string): string => rights.find((right) => right.id === id)?.html ?? ''
