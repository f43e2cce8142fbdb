/**
 * The backup file: `LECTERN` and an end-of-file byte, a version, a head in JSON, the segments as they are stored, and a
 * checksum of it all. Its length stands in front, so that a truncated file is told from an altered one.
 */
import { readSettings, type LearnerSettings } from '../memory/settings.ts'
import { ByteReader, ByteWriter, checksum, CorruptBytes, unseal } from './bytes.ts'
import type { SegmentRow } from './log-store.ts'
import { largestBackupBytes, type BackupProblem, type Result } from './repository.ts'

const magic = Uint8Array.from([0x4c, 0x45, 0x43, 0x54, 0x45, 0x52, 0x4e, 0x1a])
/** 2 since segments may be of their second version; an older app then says that it is too old. */
const backupVersion = 2
/** Magic, version (2 bytes), length of the whole file (6 bytes). */
const frameBytes = 16
const mostEvents = 20_000_000

export interface BackupHead {
  readonly writtenUtcMs: number
  readonly events: number
  readonly questions: number
  readonly days?: { readonly first: number; readonly last: number }
  readonly settings: LearnerSettings
}
export interface Backup extends BackupHead {
  readonly segments: readonly SegmentRow[]
}

export function writeBackup({ segments, ...head }: Backup): Uint8Array<ArrayBuffer> {
  const body = new ByteWriter()
  body.block(new TextEncoder().encode(JSON.stringify(head)))
  body.count(segments.length)
  for (const { key, count, lastOrder, bytes } of segments) {
    body.block(new TextEncoder().encode(key))
    body.count(count)
    body.count(lastOrder)
    body.block(bytes)
  }
  const packed = body.finish()
  const file = new Uint8Array(frameBytes + packed.length + 4)
  const view = new DataView(file.buffer)
  file.set(magic)
  view.setUint16(8, backupVersion, true)
  view.setUint16(10, Math.floor(file.length / 2 ** 32), true)
  view.setUint32(12, file.length % 2 ** 32, true)
  file.set(packed, frameBytes)
  view.setUint32(file.length - 4, checksum(file.subarray(0, -4)), true)
  return file
}

/** Reads a file that may be anything. What it refuses, it refuses with the reason. */
export function readBackup(file: Uint8Array): Result<Backup> {
  if (file.length < frameBytes || magic.some((byte, index) => file[index] !== byte)) return refuse('not-a-backup', 'This is not a Lectern backup. Choose a file that Lectern has exported; its name ends in .lectern.')
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const version = view.getUint16(8, true)
  if (version > backupVersion) return refuse('newer-version', `The file was written by a newer Lectern (format ${version}, this one reads up to ${backupVersion}). Reload to update, then try again.`)
  const length = view.getUint16(10, true) * 2 ** 32 + view.getUint32(12, true)
  if (length > largestBackupBytes || file.length > largestBackupBytes) return refuse('too-large', 'The file is larger than any backup can be.')
  if (file.length < length) return refuse('truncated', `The file ends too early: ${file.length} of ${length} bytes. Copy or download it again.`)
  if (version < 1 || file.length > length) return refuse('altered', 'The file was changed after it was written. Use another copy.')
  try {
    return readBody(unseal(file).subarray(frameBytes))
  } catch (error) {
    if (error instanceof CorruptBytes || error instanceof SyntaxError) return refuse('altered', 'The file was changed after it was written. Use another copy.')
    throw error
  }
}

function readBody(body: Uint8Array): Result<Backup> {
  const reader = new ByteReader(body)
  const decoder = new TextDecoder()
  const head = readHead(JSON.parse(decoder.decode(reader.block())))
  if (head.events > mostEvents) return refuse('too-large', 'The file claims more reviews than a lifetime holds.')
  const segmentCount = reader.count()
  const segments: SegmentRow[] = []
  for (let index = 0; index < segmentCount; index += 1) {
    const key = decoder.decode(reader.block())
    const count = reader.count()
    const lastOrder = reader.count()
    segments.push({ key, count, lastOrder, bytes: reader.block().slice() })
  }
  if (reader.left > 0) throw new CorruptBytes('more than a backup holds')
  return { ok: true, value: { ...head, segments } }
}

function readHead(raw: unknown): BackupHead {
  if (typeof raw !== 'object' || raw === null) throw new CorruptBytes('a backup without a head')
  const given: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(raw))
  const days = given['days']
  const range = typeof days === 'object' && days !== null && 'first' in days && 'last' in days ? { days: { first: wholeNumber(days.first), last: wholeNumber(days.last) } } : {}
  return { writtenUtcMs: wholeNumber(given['writtenUtcMs']), events: wholeNumber(given['events']), questions: wholeNumber(given['questions']), ...range, settings: readSettings(given['settings']).value }
}

function wholeNumber(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new CorruptBytes('a number is missing in the head')
  return value
}

function refuse(reason: BackupProblem['reason'], hint: string): { ok: false; problems: BackupProblem[] } {
  return { ok: false, problems: [{ reason, hint }] }
}
