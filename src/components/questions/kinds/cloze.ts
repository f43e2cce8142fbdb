import ClozeGap from '../ClozeGap.vue'
import type { ViewOf } from '../view-props.ts'

export const view: ViewOf<'cloze'> = { component: ClozeGap, keys: (say) => say.type, holdsStem: true }
