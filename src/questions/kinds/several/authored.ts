import type { AuthoredKind } from '../authored-kind.ts'
import { authoredOptions } from '../choice/authored.ts'
import type { SeveralAnswer } from './answer.ts'
import { severalOnPaper } from './paper.ts'
import { severalQuestion } from './schema.ts'
import type { SeveralVariant } from './variant.ts'

export const authoredSeveral: AuthoredKind<typeof severalQuestion, SeveralVariant, SeveralAnswer> = { ...authoredOptions, schema: severalQuestion, paper: severalOnPaper }
