import type { AcceptedText, ListedTexts } from '../../text/typed-text-schema.ts'
import type { AuthoredKind } from '../authored-kind.ts'
import { shortQuestion } from './schema.ts'

interface TypedText { readonly accept: readonly AcceptedText[], readonly near: ListedTexts, readonly misconceptions: ListedTexts }

const textOf = (accepted: AcceptedText): string => (typeof accepted === 'string' ? accepted : accepted.text)

/** What all questions with a typed word or phrase have in common. */
export const authoredText = {
  // The first accepted form is the answer; more spellings of it change nothing.
  meaning: ({ accept }: TypedText) => accept.slice(0, 1).map(textOf),
  parts: ({ near, misconceptions }: TypedText) => [{ near, misconceptions }],
  tellingText: ({ accept }: TypedText) => ({ terms: accept.map(textOf) }),
}

export const authoredShort: AuthoredKind<typeof shortQuestion> = { ...authoredText, schema: shortQuestion }
