/** Chance that can be repeated: the same question, rev and review count always draw the same variant. */
import type { QuestionId } from '../content/ids.ts'

/** Gives numbers from 0 up to, not including, 1. */
export type Random = () => number

/**
 * A 32-bit seed from the three things that make a variant: MurmurHash3's mixing over the UTF-16 units of the joined text.
 * Source: xmur3 in https://github.com/bryc/code/blob/master/jshash/PRNGs.md (public domain).
 */
export function hashSeed(id: QuestionId, rev: number, reviewCount: number): number {
  const text = `${id}/${rev}/${reviewCount}`
  let hash = 1779033703 ^ text.length
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 3432918353)
    hash = (hash << 13) | (hash >>> 19)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507)
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The splitmix32 generator. Source: https://github.com/bryc/code/blob/master/jshash/PRNGs.md (public domain). */
export function randomFrom(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296
  }
}

/** A shuffled copy (Fisher–Yates). */
export function shuffle<T>(items: readonly T[], random: Random): T[] {
  const rest = [...items]
  const shuffled: T[] = []
  while (rest.length > 0) shuffled.push(...rest.splice(Math.floor(random() * rest.length), 1))
  return shuffled
}

/** One of the items; throws on an empty list, which the schema rules out. */
export function pick<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new RangeError('cannot pick from an empty list')
  return item
}
