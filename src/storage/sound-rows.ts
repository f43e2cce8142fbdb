/** Tells rows that were damaged on the disk from those that can be read: one of them must not take the whole log with it. */
import { ratings, type ReviewEvent } from '../memory/event.ts'
import { readWeights } from '../memory/fsrs-model.ts'
import type { HotRow } from './log-store.ts'
import { eventTypes } from './segment-layout.ts'

/** Whether the row holds all that a replay asks of an entry. */
export function isSound({ order, event }: HotRow): boolean {
  // What the disk gives back is only said to be an entry.
  const entry: unknown = event
  if (typeof entry !== 'object' || entry === null) return false
  const type = eventTypes.find((known) => known === Reflect.get(entry, 'type'))
  return type !== undefined && isText(entry, 'device') && Reflect.get(entry, 'order') === order && areNumbers(entry, 'sequence', 'order', 'utcMs', 'offsetMinutes', 'day') && isWhole(type, entry)
}

function isWhole(type: ReviewEvent['type'], entry: object): boolean {
  const isAsked = isText(entry, 'questionId')
  const isAboutAnother = isText(entry, 'target')
  const isRated = ratings.some((rating) => rating === Reflect.get(entry, 'rating')) && areNumbers(entry, 'dueDay', 'stepMinutes', 'parameters')
  switch (type) {
    case 'answer': return isAsked && isRated && areNumbers(entry, 'rev', 'seed', 'reviewsBefore', 'thinkingMs')
    case 'rate': return isAsked && isRated && isAboutAnother
    case 'set-due': return isAsked && areNumbers(entry, 'dueDay')
    case 'undo':
    case 'redo': return isAboutAnother
    case 'repair-clock': return true
    case 'set-parameters': return readWeights(Reflect.get(entry, 'weights')) !== undefined
    default: return isAsked
  }
}

function isText(entry: object, name: string): boolean {
  return typeof Reflect.get(entry, name) === 'string'
}

function areNumbers(entry: object, ...names: readonly string[]): boolean {
  return names.every((name) => Number.isFinite(Reflect.get(entry, name)))
}
