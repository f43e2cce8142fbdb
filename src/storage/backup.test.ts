import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { defaultSettings } from '../memory/settings.ts'
import { readBackup, writeBackup, type Backup } from './backup.ts'
import { makeLog, makeQuestions } from './bench/make-log.ts'
import { noLifeboat } from './lifeboat.ts'
import { LogRepository } from './log-repository.ts'
import { MemoryDisk, MemoryStore } from './memory-store.ts'
import { packSegment } from './segment.ts'

const log = makeLog(60, makeQuestions(20))
const backup: Backup = { writtenUtcMs: 1_700_000_000_000, events: 60, questions: 20, days: { first: 1, last: 9 }, settings: defaultSettings, segments: [packSegment(log.slice(0, 30)), packSegment(log.slice(30))] }
const file = writeBackup(backup)
/** A short form of the fault runs; `npm run bench -- faults` sets this to ten thousand. */
const alteredBackups = Number(process.env['LECTERN_ALTERED_BACKUPS'] ?? '300')

function reasonFor(bytes: Uint8Array): string {
  const read = readBackup(bytes)
  return read.ok ? 'read' : read.problems.map(({ reason }) => reason).join()
}

describe('a backup file', () => {
  it('reads as it was written', () => {
    expect(readBackup(file)).toEqual({ ok: true, value: backup })
  })

  it('is told from a file that is not ours, is truncated, longer, or newer', () => {
    const newer = file.slice()
    newer[8] = 99
    expect(reasonFor(new Uint8Array(0))).toBe('not-a-backup')
    expect(reasonFor(new TextEncoder().encode('{"hello": "this is JSON from elsewhere"}'))).toBe('not-a-backup')
    expect(reasonFor(file.subarray(0, file.length - 1))).toBe('truncated')
    expect(reasonFor(Uint8Array.from([...file, 0]))).toBe('altered')
    expect(reasonFor(newer)).toBe('newer-version')
  })

  it('claims no more than a backup can hold', () => {
    const huge = file.slice()
    huge[11] = 1
    expect(reasonFor(huge)).toBe('too-large')
    expect(reasonFor(writeBackup({ ...backup, events: 10 ** 12 }))).toBe('too-large')
  })

  it('changes nothing when it was altered in any way', async () => {
    const disk = new MemoryDisk()
    const repository = new LogRepository({ store: new MemoryStore(disk), device: 'here', drawName: () => 'generation', now: () => 0, lifeboat: noLifeboat })
    await repository.load()
    await repository.restore(file, 'replace')
    const before = structuredClone({ ...disk })
    const alteration = fc.oneof(
      fc.record({ at: fc.nat(file.length - 1), xor: fc.integer({ min: 1, max: 255 }) }).map(({ at, xor }) => file.map((byte, index) => (index === at ? byte ^ xor : byte))),
      fc.nat(file.length - 1).map((length) => file.slice(0, length)),
      fc.record({ at: fc.nat(file.length - 1), bytes: fc.uint8Array({ minLength: 1, maxLength: 20 }) }).map(({ at, bytes }) => Uint8Array.from([...file.subarray(0, at), ...bytes, ...file.subarray(at)])),
    )
    await fc.assert(fc.asyncProperty(alteration, fc.constantFrom('merge' as const, 'replace' as const), async (altered, mode) => {
      expect(await repository.restore(altered, mode)).toMatchObject({ ok: false })
      expect({ ...disk }).toEqual(before)
    }), { numRuns: alteredBackups })
  }, 60_000 + alteredBackups * 50)

  it('is refused when a segment in it cannot be read, though its checksums fit', async () => {
    const repository = new LogRepository({ store: new MemoryStore(), device: 'here', drawName: () => 'generation', now: () => 0, lifeboat: noLifeboat })
    await repository.load()
    const segment = packSegment(log)
    const damaged = writeBackup({ ...backup, segments: [{ ...segment, bytes: segment.bytes.map((byte, index) => (index === 40 ? byte ^ 1 : byte)) }] })
    expect(await repository.restore(damaged, 'replace')).toMatchObject({ ok: false, problems: [{ reason: 'altered' }] })
    expect(await repository.readLog()).toHaveLength(0)
  })
})
