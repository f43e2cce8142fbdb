import type { Mark } from '../../questions/verdict.ts'
import type { ComponentTexts } from '../texts.ts'

/** The mark of one part, if grading gave one. */
export const markOf = (marks: readonly Mark[], part: string): Mark | undefined => marks.find((mark) => mark.part === part)

/** The word beside a marked part: whatever was chosen is "Yours", right or wrong. */
export function markWord(mark: Mark['mark'], chosen: boolean, texts: ComponentTexts): string {
  if (chosen || mark === 'yours') return texts.yours
  return mark === 'answer' ? texts.answer : texts.missed
}
