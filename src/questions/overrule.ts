/** “I was right”: where a machine reads what a person typed, the person has the last word. The event keeps both verdicts. */
import type { Answer } from './answer.ts'
import type { Verdict } from './verdict.ts'

/** Whether this verdict may be overruled: typed answers that were not counted as right. */
export function canOverrule(answer: Answer, verdict: Verdict): boolean {
  if (verdict.kind !== 'wrong' && verdict.kind !== 'partly') return false
  switch (answer.kind) {
    case 'numeric':
    case 'cloze':
    case 'short': return true
    case 'parametric': return answer.as === 'typed'
    default: return false
  }
}
