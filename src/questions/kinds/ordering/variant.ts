import { shuffle } from '../../seed.ts'
import { frameVariant } from '../frame-variant.ts'
import type { Draw, VariantFrame } from '../kind.ts'
import type { OrderingQuestion } from './schema.ts'

export interface OrderingVariant extends VariantFrame {
  readonly kind: 'ordering'
  /** As offered, never in the right order. */
  readonly items: readonly { readonly id: string; readonly html: string }[]
  /** The ids in the right order. */
  readonly key: readonly string[]
  /** What the first and the last place mean, as plain text. */
  readonly from: string
  readonly to: string
  readonly slips: OrderingQuestion['slips']
}

export function makeOrderingVariant(question: OrderingQuestion, draw: Draw): OrderingVariant {
  const key = question.items.map(({ id }) => id)
  const items = shuffle(question.items.map(({ id, text }) => ({ id, html: text })), draw.random)
  if (items.every(({ id }, place) => id === key[place])) items.reverse()
  return { ...frameVariant(question, draw), kind: 'ordering', items, key, from: question.from, to: question.to, slips: question.slips }
}
