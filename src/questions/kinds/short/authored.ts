import { textOf, type TextKey } from '../../text/grade-text.ts'
import type { AuthoredKind } from '../authored-kind.ts'
import type { ShortAnswer } from './answer.ts'
import { shortOnPaper } from './paper.ts'
import { shortQuestion, type ShortQuestion } from './schema.ts'
import type { ShortVariant } from './variant.ts'

/** What all questions with a typed word or phrase have in common. */
export const authoredText = {
  // The first accepted form is the answer; more spellings of it change nothing.
  meaning: ({ accept }: TextKey) => accept.slice(0, 1).map(textOf),
  parts: ({ near, misconceptions }: TextKey) => [{ near, misconceptions }],
  tellingText: ({ accept }: TextKey) => ({ terms: accept.map(textOf) }),
}

export const authored: AuthoredKind<ShortQuestion, ShortVariant, ShortAnswer> = { ...authoredText, schema: shortQuestion, paper: shortOnPaper }
