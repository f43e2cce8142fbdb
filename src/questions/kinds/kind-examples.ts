/** What the tests must know of a kind to hold all its questions, and its paper, to their keys. Only tests load it. */
export interface KindExamples<V, A> {
  /** The fields of a valid question beyond those that all kinds share. */
  readonly sample: object
  /** Answers that must count as right. */
  rightAnswers(variant: V): readonly A[]
  /** What the author lists as wrong, and what is wrong by itself: none may count as right. */
  mistakes(variant: V): readonly A[]
  /** The same question with every answer turned round or taken away; to be answered on paper, it must read the same. */
  withOtherKey(variant: V): V
}
