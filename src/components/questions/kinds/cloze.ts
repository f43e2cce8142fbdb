import ClozeGap from '../ClozeGap.vue'
import TypedView from '../TypedView.vue'
import type { ViewOf } from '../view-props.ts'

export const view: ViewOf<'cloze'> = { component: ClozeGap, keys: (say) => say.type, withoutStem: TypedView }
