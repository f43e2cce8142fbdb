import type { AuthoredKind } from '../authored-kind.ts'
import { authoredText } from '../short/authored.ts'
import type { ClozeAnswer } from './answer.ts'
import { clozeOnPaper } from './paper.ts'
import { clozeQuestion } from './schema.ts'
import type { ClozeVariant } from './variant.ts'

export const authoredCloze: AuthoredKind<typeof clozeQuestion, ClozeVariant, ClozeAnswer> = { ...authoredText, schema: clozeQuestion, paper: clozeOnPaper }
