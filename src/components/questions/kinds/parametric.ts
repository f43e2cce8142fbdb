import { lastLetter } from '../../../questions/letter.ts'
import ParametricView from '../ParametricView.vue'
import type { ViewOf } from '../view-props.ts'

export const view: ViewOf<'parametric'> = { component: ParametricView, keys: (say, variant) => variant.as === 'choice' ? say.choose(lastLetter(variant.options)) : say.type }
