import type { AuthoredKind } from '../authored-kind.ts'
import { authoredText } from '../short/authored.ts'
import type { ClozeAnswer } from './answer.ts'
import { clozeOnPaper } from './paper.ts'
import { clozeQuestion, type ClozeQuestion } from './schema.ts'
import type { ClozeVariant } from './variant.ts'

export const authored: AuthoredKind<ClozeQuestion, ClozeVariant, ClozeAnswer> = { ...authoredText, schema: clozeQuestion, paper: clozeOnPaper }
