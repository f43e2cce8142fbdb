/** Every kind of question: one line each. All that is known of kinds elsewhere, types too, follows from here. */
import { choice } from './kinds/choice/choice.ts'
import { classifying } from './kinds/classifying/classifying.ts'
import { cloze } from './kinds/cloze/cloze.ts'
import type { Kind } from './kinds/kind.ts'
import { matching } from './kinds/matching/matching.ts'
import { numeric } from './kinds/numeric/numeric.ts'
import { ordering } from './kinds/ordering/ordering.ts'
import { parametric } from './kinds/parametric/parametric.ts'
import { recall } from './kinds/recall/recall.ts'
import { several } from './kinds/several/several.ts'
import { short } from './kinds/short/short.ts'

/** Each stands under the `kind` of its questions; the order is that of lists of kinds. */
export const kinds = {
  choice,
  several,
  matching,
  ordering,
  classifying,
  numeric,
  parametric,
  cloze,
  short,
  recall,
}

export type QuestionKind = keyof typeof kinds
export type QuestionOf<K extends QuestionKind> = Parameters<(typeof kinds)[K]['makeVariant']>[0]
export type VariantOf<K extends QuestionKind> = ReturnType<(typeof kinds)[K]['makeVariant']>
export type AnswerOf<K extends QuestionKind> = ReturnType<(typeof kinds)[K]['emptyAnswer']>

type Named<K> = { readonly kind: K }
// Object.keys forgets that the keys are those of the registry.
export const kindNames = Object.keys(kinds satisfies { [K in QuestionKind]: Pick<Kind<Named<K>, Named<K>, Named<K>>, 'makeVariant' | 'emptyAnswer'> }) as QuestionKind[]
