import { numberOnPaper, numberRoom } from '../../numeric/number-on-paper.ts'
import { oneLetteredKey, optionsToTick } from '../choice/paper.ts'
import type { PaperKind } from '../paper-kind.ts'
import type { ParametricAnswer } from './answer.ts'
import type { ParametricVariant } from './variant.ts'

export const parametricOnPaper: PaperKind<ParametricVariant, ParametricAnswer> = {
  room: (variant, words) => variant.as === 'choice' ? optionsToTick(variant.options) : numberRoom(variant, words),
  key: (variant, words) => {
    const { answer, html } = variant.as === 'choice' ? oneLetteredKey(variant.options) : numberOnPaper(variant, words)
    return { answer: variant.as === 'choice' ? { kind: 'parametric', as: 'choice', option: answer } : { kind: 'parametric', as: 'typed', text: answer }, html }
  },
}
