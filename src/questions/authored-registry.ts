/** Every kind of question as it is authored: one line each. Pages load `registry.ts` instead, which holds no schema. */
import { authoredChoice } from './kinds/choice/authored.ts'
import { authoredClassifying } from './kinds/classifying/authored.ts'
import { authoredCloze } from './kinds/cloze/authored.ts'
import { authoredMatching } from './kinds/matching/authored.ts'
import { authoredNumeric } from './kinds/numeric/authored.ts'
import { authoredOrdering } from './kinds/ordering/authored.ts'
import { authoredParametric } from './kinds/parametric/authored.ts'
import { authoredRecall } from './kinds/recall/authored.ts'
import { authoredSeveral } from './kinds/several/authored.ts'
import { authoredShort } from './kinds/short/authored.ts'

/** Each stands under the `kind` of its schema; the order is that of lists of kinds. */
export const authoredKinds = {
  choice: authoredChoice,
  several: authoredSeveral,
  matching: authoredMatching,
  ordering: authoredOrdering,
  classifying: authoredClassifying,
  numeric: authoredNumeric,
  parametric: authoredParametric,
  cloze: authoredCloze,
  short: authoredShort,
  recall: authoredRecall,
}
