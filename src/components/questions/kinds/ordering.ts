import { lastLetter } from '../../../questions/letter.ts'
import OrderingList from '../OrderingList.vue'
import type { ViewOf } from '../view-props.ts'

export const view: ViewOf<'ordering'> = { component: OrderingList, keys: (say, { items }) => say.order(lastLetter(items)) }
