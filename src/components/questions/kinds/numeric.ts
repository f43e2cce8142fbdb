import TypedView from '../TypedView.vue'
import type { ViewOf } from '../view-props.ts'

export const view: ViewOf<'numeric'> = { component: TypedView, keys: (say) => say.type }
