/** “I was right”: where a machine reads what a person typed, the person has the last word. The event keeps both verdicts. */
import type { QuestionKind } from '../content/question-schema.ts'
import type { Answer } from './answer.ts'
import type { Kind } from './kinds/kind.ts'
import { kinds, type AnswerOf } from './registry.ts'
import type { Verdict } from './verdict.ts'

/** Whether this verdict may be overruled: typed answers that were not counted as right. */
export function canOverrule(answer: Answer, verdict: Verdict): boolean {
  if (answer.kind === 'gave-up' || (verdict.kind !== 'wrong' && verdict.kind !== 'partly')) return false
  const kind: Pick<Kind<never, never, AnswerOf<QuestionKind>>, 'isTyped'> = kinds[answer.kind]
  return kind.isTyped?.(answer) ?? false
}
