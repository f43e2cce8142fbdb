/** Small makers of the results that several kinds share. */
import type { Graded, UngradedReason, Verdict } from './kind.ts'

export function ungraded(reason: UngradedReason, readAs?: string): Graded {
  return { verdict: { kind: 'ungraded', reason }, marks: [], feedback: [], misconceptions: [], ...(readAs === undefined ? {} : { readAs }) }
}

/** From here on a share counts as partly right; below it, guessing alone would often get there. */
const PARTLY_FROM = 0.5

/** `share` from 0 to 1; `missing` says in HTML what was left out or mistaken. */
export function verdictOfShare(share: number, missing: readonly string[]): Verdict {
  if (share >= 1) return { kind: 'right' }
  return share >= PARTLY_FROM ? { kind: 'partly', share, missing } : { kind: 'wrong' }
}
