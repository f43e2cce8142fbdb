import { escapeHtml } from '../../escape-html.ts'
import { ungraded, verdictOfShare } from '../grading.ts'
import type { Graded } from '../kind.ts'
import type { ClassifyingAnswer } from './answer.ts'
import type { ClassifyingVariant } from './variant.ts'

/** Share: items in their right class. */
export function gradeClassifying(variant: ClassifyingVariant, answer: ClassifyingAnswer): Graded {
  const { classes, items } = variant
  const open = items.filter(({ id }) => !classes.some((one) => one.id === answer.classes[id])).length
  if (open > 0) return ungraded(open === items.length ? { code: 'empty' } : { code: 'incomplete', open })
  const wrong = items.filter(({ id, belongs }) => answer.classes[id] !== belongs)
  return {
    verdict: verdictOfShare(1 - wrong.length / items.length, wrong.map(({ html }) => html)),
    marks: items.map((item) => wrong.includes(item) ? { part: item.id, mark: 'yours', belongs: className(variant, item.belongs) } : { part: item.id, mark: 'answer' }),
    feedback: wrong.map(({ feedback }) => feedback),
    misconceptions: [],
  }
}

export function revealClassifying(variant: ClassifyingVariant): Graded {
  return {
    verdict: { kind: 'wrong' }, feedback: [], misconceptions: [],
    marks: variant.items.map(({ id, belongs }) => ({ part: id, mark: 'missed', belongs: className(variant, belongs) })),
  }
}

/** The words of a class, in HTML. */
export const className = ({ classes }: ClassifyingVariant, id: string): string => escapeHtml(classes.find((one) => one.id === id)?.text ?? '')
