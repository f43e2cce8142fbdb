/** Every kind of question: one line each. */
import type { QuestionKind, QuestionOf } from '../content/question-schema.ts'
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
} satisfies { [K in QuestionKind]: Pick<Kind<QuestionOf<K>, { readonly kind: K }, never>, 'makeVariant'> }

// Object.keys forgets that the keys are those of the registry.
export const kindNames = Object.keys(kinds) as QuestionKind[]

export type VariantOf<K extends QuestionKind> = ReturnType<(typeof kinds)[K]['makeVariant']>
export type AnswerOf<K extends QuestionKind> = ReturnType<(typeof kinds)[K]['emptyAnswer']>
