/** What a backup file would make of the log. Nothing is changed here: the repository puts it in place when all is well. */
import type { LearnerSettings } from '../memory/settings.ts'
import { readBackup, type Backup } from './backup.ts'
import { CorruptBytes } from './bytes.ts'
import type { SegmentRow } from './log-store.ts'
import { replayLog, type ReplayedLog } from './log-work.ts'
import { mergeLogs, type MergedLog, type OwnLog } from './merge.ts'
import type { RestoreMode, RestorePreview, Result } from './repository.ts'

export interface PreparedRestore {
  readonly preview: RestorePreview
  /** Those in the file. */
  readonly settings: LearnerSettings
  /** The whole log as it would be. */
  readonly segments: readonly SegmentRow[]
  /** The same, replayed: what cannot be read through is not restored. */
  readonly log: ReplayedLog
}

export function previewRestore(file: Uint8Array, own: OwnLog): Result<RestorePreview> {
  return unlessCorrupt(() => {
    const backup = readBackup(file)
    return backup.ok ? { ok: true, value: describe(backup.value, mergeLogs(own, backup.value.segments)) } : backup
  })
}

export function prepareRestore(file: Uint8Array, own: OwnLog, mode: RestoreMode): Result<PreparedRestore> {
  return unlessCorrupt(() => {
    const backup = readBackup(file)
    if (!backup.ok) return backup
    const merged = mergeLogs(own, backup.value.segments)
    const segments = mode === 'replace' ? backup.value.segments : merged.segments
    const log = replayLog({ segments, rest: [] })
    if (log.unreadableEvents > (mode === 'replace' ? 0 : merged.unreadableEvents)) throw new CorruptBytes('a segment of the file cannot be read')
    return { ok: true, value: { preview: describe(backup.value, merged), settings: backup.value.settings, segments, log } }
  })
}

function unlessCorrupt<Value>(read: () => Result<Value>): Result<Value> {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof CorruptBytes)) throw error
    return { ok: false, problems: [{ reason: 'altered', hint: 'A part of the file cannot be read. Nothing was changed; use another copy.' }] }
  }
}

function describe(backup: Backup, { onlyInFile, onlyHere, inBoth }: MergedLog): RestorePreview {
  return { inFile: backup.events, onlyInFile, onlyHere, inBoth, writtenUtcMs: backup.writtenUtcMs, questions: backup.questions, ...(backup.days === undefined ? {} : { days: backup.days }) }
}
