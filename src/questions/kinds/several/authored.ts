import type { AuthoredKind } from '../authored-kind.ts'
import { authoredOptions } from '../choice/authored.ts'
import { severalQuestion } from './schema.ts'

export const authoredSeveral: AuthoredKind<typeof severalQuestion> = { ...authoredOptions, schema: severalQuestion }
