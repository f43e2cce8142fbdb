import { numberOnPaper, numberRoom } from '../../numeric/number-on-paper.ts'
import type { PaperKind } from '../paper-kind.ts'
import type { NumericAnswer } from './answer.ts'
import type { NumericVariant } from './variant.ts'

export const numericOnPaper: PaperKind<NumericVariant, NumericAnswer> = {
  room: numberRoom,
  key: (variant, words) => {
    const { answer, html } = numberOnPaper(variant, words)
    return { answer: { kind: 'numeric', text: answer }, html }
  },
}
