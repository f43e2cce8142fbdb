import { ungraded } from '../grading.ts'
import type { Graded, Mark } from '../kind.ts'
import type { VariantOption } from './variant.ts'

/** Right or wrong, with the feedback of the option taken; an option that no longer exists counts as none taken. */
export function gradeOption(options: readonly VariantOption[], taken: string | null): Graded {
  const option = options.find(({ id }) => id === taken)
  if (option === undefined) return ungraded({ code: 'empty' })
  const yours: Mark[] = option.correct ? [] : [{ part: option.id, mark: 'yours' }]
  return {
    verdict: { kind: option.correct ? 'right' : 'wrong' },
    marks: [...yours, ...markKeys(options)],
    feedback: [option.feedback],
    misconceptions: option.misconception === undefined ? [] : [option.misconception],
  }
}

export function revealOptions(options: readonly VariantOption[]): Graded {
  return { verdict: { kind: 'wrong' }, marks: markKeys(options), feedback: options.filter(({ correct }) => correct).map(({ feedback }) => feedback), misconceptions: [] }
}

const markKeys = (options: readonly VariantOption[]): Mark[] => options.filter(({ correct }) => correct).map(({ id }) => ({ part: id, mark: 'answer' }))
