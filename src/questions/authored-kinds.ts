/** Every kind of question as it is authored, for the tools. Pages load `registry.ts` alone, which leads to no schema until it is asked. */
import type { AuthoredKind } from './kinds/authored-kind.ts'
import { kindNames, kinds, type AnswerOf, type QuestionKind, type QuestionOf, type VariantOf } from './registry.ts'

export type { QuestionKind, QuestionOf } from './registry.ts'

// Object.fromEntries forgets which kind each of them is.
export const authoredKinds = Object.fromEntries(await Promise.all(kindNames.map(async (kind) => [kind, (await kinds[kind].loadAuthored()).authored] as const))) as
  { readonly [K in QuestionKind]: AuthoredKind<QuestionOf<K>, VariantOf<K>, AnswerOf<K>> }
