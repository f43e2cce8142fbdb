import { lastLetter } from '../../../questions/letter.ts'
import SeveralView from '../SeveralView.vue'
import type { ViewOf } from '../view-props.ts'

export const view: ViewOf<'several'> = { component: SeveralView, keys: (say, { options }) => say.chooseSeveral(lastLetter(options)) }
