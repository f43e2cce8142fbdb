import { textOnPaper } from '../../text/text-on-paper.ts'
import { blank, type PaperKind } from '../paper-kind.ts'
import type { ClozeAnswer } from './answer.ts'
import type { ClozeVariant } from './variant.ts'

export const clozeOnPaper: PaperKind<ClozeVariant, ClozeAnswer> = {
  stem: ({ before, after }) => `${before}${blank}${after}`,
  // The blank in the stem is the room.
  room: () => '',
  key: (variant, words) => {
    const { answer, html } = textOnPaper(variant, words)
    return { answer: { kind: 'cloze', text: answer }, html }
  },
}
