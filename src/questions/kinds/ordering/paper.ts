import { escapeHtml } from '../../escape-html.ts'
import { howTo, listItems, slot, strong, type PaperKind } from '../paper-kind.ts'
import type { OrderingAnswer } from './answer.ts'
import type { OrderingVariant } from './variant.ts'

export const orderingOnPaper: PaperKind<OrderingVariant, OrderingAnswer> = {
  room: ({ items, from, to }, words) => howTo(words.numberThese(escapeHtml(from), escapeHtml(to), items.length)) + listItems(items.map(({ html }) => `${slot}<span>${html}</span>`), 'numbered'),
  key: ({ items, key }) => ({ answer: { kind: 'ordering', order: key }, html: listItems(items.map(({ id, html }) => `${strong(key.indexOf(id) + 1)} ${html}`)) }),
}
