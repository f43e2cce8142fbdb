/** What a tab has missed of the log, when another wrote to it. */
import type { HotRow, LogMark } from './log-store.ts'
import { isSound } from './sound-rows.ts'

/** How far a tab has followed the log. */
export interface KnownLog {
  /** The highest order that it knows to be stored. */
  readonly order: number
  readonly mark: LogMark
}

export interface LogTail {
  readonly mark: LogMark
  /** What stands above the known order. */
  readonly missed: readonly HotRow[]
}

/** The tail, when it says more than is known; what cannot be read says nothing. */
export function findTail(known: KnownLog, mark: LogMark, above: readonly HotRow[]): LogTail | undefined {
  const missed = above.filter(isSound)
  const isKnown = missed.length === 0 && mark.generation === known.mark.generation && mark.sealedCount === known.mark.sealedCount
  return isKnown ? undefined : { mark, missed }
}
