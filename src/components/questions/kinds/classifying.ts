import ClassifyingBoard from '../ClassifyingBoard.vue'
import type { ViewOf } from '../view-props.ts'

export const view: ViewOf<'classifying'> = { component: ClassifyingBoard, keys: (say) => say.classify }
