/** Puts what a browser throws into the few words that the app has for it. */
import type { StorageProblem } from './repository.ts'

const problemsByName: Readonly<Record<string, StorageProblem>> = {
  QuotaExceededError: 'full',
  MissingAPIError: 'unavailable',
  MissingAPI: 'unavailable',
  SecurityError: 'unavailable',
  DatabaseClosedError: 'lost',
  DatabaseClosed: 'lost',
  InvalidStateError: 'lost',
  InvalidState: 'lost',
  TransactionInactiveError: 'lost',
  UnknownError: 'lost',
  OutdatedTab: 'outdated',
  VersionError: 'outdated',
  BlockedUpgrade: 'blocked',
}

/** This tab's version of the app is older than the database: another tab upgraded it. */
export class OutdatedTab extends Error {
  override readonly name = 'OutdatedTab'
}

/** Another tab of an older version keeps the database open. */
export class BlockedUpgrade extends Error {
  override readonly name = 'BlockedUpgrade'
}

export function classifyProblem(error: unknown): StorageProblem {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 5; depth += 1) {
    const problem = problemsByName[cause.name]
    if (problem !== undefined) return problem
    // Dexie wraps the browser's error as `inner`.
    cause = 'inner' in cause && cause.inner instanceof Error && cause.inner !== cause ? cause.inner : cause.cause
  }
  return 'unknown'
}
