/** Which variant of a question comes next follows from how often it was reviewed: a resumed session shows the same one again, and the log spends no bytes on it. */
import type { QuestionId } from './ids.ts'

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
