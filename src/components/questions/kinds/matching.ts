import { lastLetter } from '../../../questions/letter.ts'
import MatchingBoard from '../MatchingBoard.vue'
import type { ViewOf } from '../view-props.ts'

export const view: ViewOf<'matching'> = { component: MatchingBoard, keys: (say, { rights }) => say.match(lastLetter(rights)) }
