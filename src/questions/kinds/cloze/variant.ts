import type { TextKey } from '../../text/grade-text.ts'
import { frameVariant } from '../frame-variant.ts'
import type { Draw, VariantFrame } from '../kind.ts'
import type { ClozeQuestion } from './schema.ts'
import { splitAtGap } from './split-at-gap.ts'

export interface ClozeVariant extends VariantFrame, TextKey {
  readonly kind: 'cloze'
  /** The stem before and after its blank, as inline HTML that is whole on each side. */
  readonly before: string
  readonly after: string
}

export function makeClozeVariant(question: ClozeQuestion, draw: Draw): ClozeVariant {
  const { accept, near, misconceptions } = question
  return { ...frameVariant(question, draw), kind: 'cloze', accept, near, misconceptions, ...splitAtGap(question.stem) }
}
