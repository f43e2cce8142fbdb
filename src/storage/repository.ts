/**
 * Where the log is kept, as the app sees it. Get one from `openRepository`. Every method can be called at any time;
 * failures of the device's storage are values, not exceptions, and never lose an answer.
 */
import type { EventDraft, JsonValue, ReviewEvent } from '../memory/event.ts'
import type { Fit } from '../memory/fit.ts'
import type { Memory } from '../memory/memory.ts'
import type { LearnerSettings } from '../memory/settings.ts'
import type { Statistics } from '../memory/statistics/statistics.ts'

export interface Repository {
  /** Reads the log. The memory in it is live: it is changed in place, and `subscribe` says when. */
  load(): Promise<Loaded>
  /** Places entries at the end of the log, in one transaction; resolved when they are durable or known to be unsaved. */
  record(...drafts: readonly EventDraft[]): Promise<Recorded>
  /** Tells every change, from this tab or another. Returns the way to stop. */
  subscribe(listener: (change: Change) => void): () => void
  /** Looks for what other tabs wrote, and tries again to store what is unsaved. */
  refresh(): Promise<void>

  saveSettings(settings: LearnerSettings): Promise<Kept>
  /** Keeps a small value of the app's own, such as the session to resume; undefined forgets it. */
  keep(key: string, value: JsonValue | undefined): Promise<Kept>
  findKept(key: string): Promise<JsonValue | undefined>

  /** Reads the whole log, so that undo reaches further back than the journal of the memory; the memory that has it is told as a change. A second for a million reviews. */
  readBack(): Promise<void>
  /** The whole log in order, unsaved entries included. Reads everything: seconds for a million reviews. */
  readLog(): Promise<readonly ReviewEvent[]>
  /** The numbers of the statistics page, worked out in a worker where there is one. */
  computeStatistics(): Promise<Statistics>
  /**
   * Fits FSRS's parameters to the log, in a worker; changes nothing. Rejected with the signal's reason when it is cancelled.
   * @param onProgress hears the share done, 0 to 1
   */
  fitParameters(onProgress: (share: number) => void, signal: AbortSignal): Promise<Fit>
  exportCsv(): Promise<string>
  /** The answers that the learner held to be right against the verdict, as CSV for the author. */
  exportOverruled(): Promise<string>
  /** One file with all that is known, unsaved answers included; works even when nothing can be stored. */
  exportBackup(): Promise<Uint8Array>
  /** A file with more bytes is no backup: it need not be read at all. */
  readonly largestBackupBytes: number
  /** What a restore would change. Changes nothing. */
  previewRestore(bytes: Uint8Array): Promise<Result<RestorePreview>>
  /** All or nothing. Merge adds what is missing; replace puts the file in the place of everything. */
  restore(bytes: Uint8Array, mode: RestoreMode): Promise<Result<RestorePreview>>
  /** Forgets every review; settings stay. */
  reset(): Promise<Kept>

  health(): Promise<Health>
  /** Asks the browser to keep the data when the disk runs short; true when it will. */
  askPersistence(): Promise<boolean>
  close(): void
}

export interface Loaded {
  readonly memory: Memory
  readonly settings: LearnerSettings
}

export type Recorded =
  | { readonly kind: 'durable'; readonly events: readonly ReviewEvent[] }
  /** In force and shown, but not on the disk yet; it is tried again until it is. */
  | { readonly kind: 'unsaved'; readonly events: readonly ReviewEvent[]; readonly problem: StorageProblem }

export type Kept = { readonly kind: 'durable' } | { readonly kind: 'unsaved'; readonly problem: StorageProblem }

export type Change =
  /** These entries were added to the memory. */
  | { readonly kind: 'recorded'; readonly events: readonly ReviewEvent[]; readonly elsewhere: boolean }
  /** Another memory takes its place: after a restore, a reset, or an undo that reached far back. */
  | { readonly kind: 'replaced'; readonly memory: Memory }
  | { readonly kind: 'settings'; readonly settings: LearnerSettings }
  | { readonly kind: 'health'; readonly health: Health }

export type StorageProblem =
  /** The disk or the browser's share of it is full. */
  | 'full'
  /** The browser gives no storage here, as in some private windows. */
  | 'unavailable'
  /** The connection was lost and could not be opened again. */
  | 'lost'
  /** A newer version of the app runs in another tab: reload this one. */
  | 'outdated'
  /** An older version in another tab holds the data: close that tab. */
  | 'blocked'
  | 'unknown'

export interface Health {
  /** `device`: on this device's disk. `session`: only until this tab is closed. */
  readonly where: 'device' | 'session'
  /** What is wrong now, if anything is. */
  readonly problem?: StorageProblem
  readonly unsavedEvents: number
  /** Whether settings were changed that are not stored yet. */
  readonly unsavedSettings: boolean
  readonly events: number
  /** Whether the browser promised to keep the data; undefined when it cannot say. */
  readonly persistent?: boolean
  readonly usedBytes?: number
  readonly quotaBytes?: number
  /** Reviews that stand in segments that can no longer be read. */
  readonly unreadableEvents: number
  /** The last export from this device, and how many entries came since. */
  readonly lastBackup?: { readonly utcMs: number; readonly eventsSince: number }
}

/** No backup is larger: so many bytes hold more reviews than a lifetime does. */
export const largestBackupBytes = 512 * 1024 * 1024

export type RestoreMode = 'merge' | 'replace'

export interface RestorePreview {
  /** Entries in the file, those of them that are not here, and those here that are not in the file. */
  readonly inFile: number
  readonly onlyInFile: number
  readonly onlyHere: number
  readonly inBoth: number
  readonly writtenUtcMs: number
  /** The first and last day of the file's entries; undefined for an empty file. */
  readonly days?: { readonly first: number; readonly last: number }
  readonly questions: number
}

export type Result<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problems: readonly BackupProblem[] }

export interface BackupProblem {
  readonly reason: 'not-a-backup' | 'newer-version' | 'truncated' | 'altered' | 'too-large' | 'storage'
  readonly hint: string
}
