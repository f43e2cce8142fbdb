import type { AuthoredKind } from '../authored-kind.ts'
import { authoredText } from '../short/authored.ts'
import { clozeQuestion } from './schema.ts'

export const authoredCloze: AuthoredKind<typeof clozeQuestion> = { ...authoredText, schema: clozeQuestion }
