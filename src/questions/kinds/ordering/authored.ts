import { fieldTexts, type AuthoredKind, type PartGroup } from '../authored-kind.ts'
import type { OrderingAnswer } from './answer.ts'
import { orderingOnPaper } from './paper.ts'
import { orderingQuestion, type OrderingQuestion } from './schema.ts'
import type { OrderingVariant } from './variant.ts'

export const authored: AuthoredKind<OrderingQuestion, OrderingVariant, OrderingAnswer> = {
  schema: orderingQuestion,
  paper: orderingOnPaper,
  meaning: ({ items }) => [items.map(({ id }) => id)],
  parts: ({ items, slips }): PartGroup[] => [{ items }, { slips }],
  partReferences: ({ items, slips }) => slips.flatMap(({ before, after }, index) => [
    { path: ['slips', index, 'before'], id: before, among: items },
    { path: ['slips', index, 'after'], id: after, among: items },
  ]),
  partSlips: ({ items, slips }) => slips.flatMap((slip, index) => {
    const before = items.findIndex(({ id }) => id === slip.before)
    const after = items.findIndex(({ id }) => id === slip.after)
    if (before === -1 || after === -1 || before > after) return []
    return [{ rule: 'ordering-slip', path: ['slips', index], message: `putting ${slip.before} before ${slip.after} is right, not a slip`, hint: 'before names the item that in truth comes later' }]
  }),
  assertedTexts: ({ items }) => fieldTexts('items', items, 'text'),
  choices: ({ items }) => fieldTexts('items', items, 'text'),
}
