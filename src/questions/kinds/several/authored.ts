import type { AuthoredKind } from '../authored-kind.ts'
import { authoredOptions } from '../choice/authored.ts'
import type { SeveralAnswer } from './answer.ts'
import { severalOnPaper } from './paper.ts'
import { severalQuestion, type SeveralQuestion } from './schema.ts'
import type { SeveralVariant } from './variant.ts'

export const authored: AuthoredKind<SeveralQuestion, SeveralVariant, SeveralAnswer> = { ...authoredOptions, schema: severalQuestion, paper: severalOnPaper }
