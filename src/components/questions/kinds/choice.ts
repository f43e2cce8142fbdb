import { lastLetter } from '../../../questions/letter.ts'
import ChoiceView from '../ChoiceView.vue'
import type { ViewOf } from '../view-props.ts'

export const view: ViewOf<'choice'> = { component: ChoiceView, keys: (say, { options }) => say.choose(lastLetter(options)) }
