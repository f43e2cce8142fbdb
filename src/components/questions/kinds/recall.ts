import RecallSheet from '../RecallSheet.vue'
import type { ViewOf } from '../view-props.ts'

export const view: ViewOf<'recall'> = { component: RecallSheet, keys: (say, _, { compared }) => compared ? say.tick : say.compare }
