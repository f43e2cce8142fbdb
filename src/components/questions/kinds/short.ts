import TypedView from '../TypedView.vue'
import type { ViewOf } from '../view-props.ts'

export const view: ViewOf<'short'> = { component: TypedView, keys: (say) => say.type }
