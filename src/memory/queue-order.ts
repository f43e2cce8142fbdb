/** The orders in which the queue brings questions. */
import type { ArticleSlug } from '../content/ids.ts'
import type { QuestionStub } from '../content/library.ts'
import { drawFraction, hashText } from './chance.ts'
import { elapsedDays } from './day-clock.ts'
import type { RememberedState } from './memory-state.ts'

/** How far ahead it is looked for a question of another article. */
const articleWindow = 8
/** As many places fit beside a rank in one number. */
const mostRanked = 2 ** 18

export interface KnownQuestion { readonly question: QuestionStub; readonly state: RememberedState }

/** The longer ago for its stability, the less it is remembered; no power is needed to compare. */
export function byFallingRetrievability(known: readonly KnownQuestion[], today: number): QuestionStub[] {
  return ranked(known, ({ state }) => elapsedDays(state.lastDay, today) / state.stability).map(({ question }) => question)
}

export function byDueDay(known: readonly KnownQuestion[], today: number): QuestionStub[] {
  const earliest = known.reduce((least, { state }) => Math.min(least, state.dueDay), today)
  return ranked(known, ({ question, state }) => Math.max(0, state.dueDay - earliest) + drawFraction(question.id, today)).map(({ question }) => question)
}

/** Soonest due first. */
export function bySoonestDue(known: readonly KnownQuestion[]): QuestionStub[] {
  return ranked(known, ({ state }) => Math.max(0, state.dueDay)).map(({ question }) => question)
}

export function byChance(questions: readonly QuestionStub[], today: number): QuestionStub[] {
  return ranked(questions, ({ id }) => hashText(id, today))
}

/**
 * Sorted by rising rank, ties as given. Rank and place are packed into one number each (34 and 18 bits of the 53), for
 * plain numbers are sorted ten times faster than by a comparison function.
 */
function ranked<Value>(values: readonly Value[], rank: (value: Value) => number): Value[] {
  if (values.length > mostRanked) throw new RangeError(`a queue ranks at most ${mostRanked} questions`)
  const ranks = values.map(rank)
  const highest = ranks.reduce((most, key) => Math.max(most, key), Number.MIN_VALUE)
  const keys = new Float64Array(ranks.map((key, index) => Math.floor((key / highest) * 2 ** 34) * mostRanked + index)).sort()
  const order: Value[] = []
  for (const key of keys) {
    const value = values[key % mostRanked]
    if (value !== undefined) order.push(value)
  }
  return order
}

/** Keeps the order but, looking a few ahead, puts questions of different articles side by side. */
export function interleave<Item extends { readonly question: QuestionStub }>(items: readonly Item[]): Item[] {
  const waiting = [...items]
  const order: Item[] = []
  let head = 0
  let previous: ArticleSlug | undefined
  while (head < waiting.length) {
    let pick = head
    const end = Math.min(waiting.length, head + articleWindow)
    for (let index = head; index < end; index += 1) {
      if (waiting[index]?.question.article !== previous) {
        pick = index
        break
      }
    }
    const item = waiting[pick]
    if (item === undefined) break
    waiting.copyWithin(head + 1, head, pick)
    head += 1
    order.push(item)
    previous = item.question.article
  }
  return order
}

/** Puts the guests evenly among the hosts, the first host first. */
export function spread<Item>(guests: readonly Item[], hosts: readonly Item[]): Item[] {
  const order: Item[] = []
  let placed = 0
  for (const [index, host] of hosts.entries()) {
    order.push(host)
    const wanted = Math.floor(((index + 1) * guests.length) / hosts.length)
    order.push(...guests.slice(placed, wanted))
    placed = wanted
  }
  return [...order, ...guests.slice(placed)]
}
