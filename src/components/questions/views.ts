/** The view of every kind of question, and the keys that answer in it: one line each. */
import type { Component } from 'vue'
import type { QuestionKind } from '../../content/question-schema.ts'
import { letterOf } from '../../questions/letter.ts'
import type { AnswerOf } from '../../questions/answer.ts'
import type { VariantOf } from '../../questions/variant.ts'
import type { ComponentTexts } from '../texts.ts'
import ChoiceView from './ChoiceView.vue'
import ClassifyingBoard from './ClassifyingBoard.vue'
import ClozeGap from './ClozeGap.vue'
import MatchingBoard from './MatchingBoard.vue'
import OrderingList from './OrderingList.vue'
import ParametricView from './ParametricView.vue'
import RecallSheet from './RecallSheet.vue'
import SeveralView from './SeveralView.vue'
import TypedView from './TypedView.vue'
import type { ViewProps } from './view-props.ts'

export interface KindView<V, A> {
  readonly view: Component<ViewProps<V, A>>
  /** Which keys answer now, for those who have a keyboard. */
  keys(say: ComponentTexts['keysOfView'], variant: V, answer: A): string
  /** The view shows the stem itself. */
  readonly holdsStem?: true
}

const lastLetter = (list: readonly unknown[]): string => letterOf(list.length - 1)

export const views: { readonly [K in QuestionKind]: KindView<VariantOf<K>, AnswerOf<K>> } = {
  choice: { view: ChoiceView, keys: (say, { options }) => say.choose(lastLetter(options)) },
  several: { view: SeveralView, keys: (say, { options }) => say.chooseSeveral(lastLetter(options)) },
  matching: { view: MatchingBoard, keys: (say, { rights }) => say.match(lastLetter(rights)) },
  ordering: { view: OrderingList, keys: (say, { items }) => say.order(lastLetter(items)) },
  classifying: { view: ClassifyingBoard, keys: (say) => say.classify },
  numeric: { view: TypedView, keys: (say) => say.type },
  parametric: { view: ParametricView, keys: (say, variant) => variant.as === 'choice' ? say.choose(lastLetter(variant.options)) : say.type },
  cloze: { view: ClozeGap, keys: (say) => say.type, holdsStem: true },
  short: { view: TypedView, keys: (say) => say.type },
  recall: { view: RecallSheet, keys: (say, _, { compared }) => compared ? say.tick : say.compare },
}
