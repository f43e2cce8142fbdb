/** “Report this question”: a text to copy or send; nothing is sent from here. */
import type { Answer } from './answer.ts'
import type { Variant } from './variant.ts'
import type { Verdict } from './verdict.ts'

/** `overruled` is true when the learner said “I was right”. */
export interface ReportedAnswer { readonly answer: Answer; readonly verdict: Verdict; readonly overruled: boolean }

/** Lines of `name: value` that let the author bring back exactly this variant and answer. */
export function reportQuestion(variant: Variant, given?: ReportedAnswer): string {
  return [
    `question: ${variant.questionId}`,
    `rev: ${variant.rev}`,
    `seed: ${variant.seed}`,
    ...(given === undefined ? [] : [
      `answer: ${JSON.stringify(given.answer)}`,
      `verdict: ${given.verdict.kind}${given.overruled ? ', overruled by the learner' : ''}`,
    ]),
  ].join('\n')
}
