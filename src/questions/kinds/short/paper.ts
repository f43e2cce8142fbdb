import { textOnPaper } from '../../text/text-on-paper.ts'
import { answerLine, type PaperKind } from '../paper-kind.ts'
import type { ShortAnswer } from './answer.ts'
import type { ShortVariant } from './variant.ts'

export const shortOnPaper: PaperKind<ShortVariant, ShortAnswer> = {
  room: () => answerLine,
  key: (variant, words) => {
    const { answer, html } = textOnPaper(variant, words)
    return { answer: { kind: 'short', text: answer }, html }
  },
}
