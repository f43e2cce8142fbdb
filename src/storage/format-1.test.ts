/** A backup that the first version of the format wrote, with the log that was in it. Never changed: new formats get fixtures of their own. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { remembered } from '../memory/arbitrary-log.ts'
import { inOrder, replay } from '../memory/replay.ts'
import { readBackup } from './backup.ts'
import { noLifeboat } from './lifeboat.ts'
import { LogRepository } from './log-repository.ts'
import { MemoryStore } from './memory-store.ts'
import { unpackSegment } from './segment-reader.ts'

const file = readFileSync(new URL('fixtures/format-1.lectern', import.meta.url))
const [left = [], right = []] = JSON.parse(readFileSync(new URL('fixtures/format-1.json', import.meta.url), 'utf8'))

it('gives back every entry of segments in the first format', () => {
  const backup = readBackup(file)
  if (!backup.ok) throw new Error(backup.problems.map(({ hint }) => hint).join())
  expect(backup.value.settings.newPerDay).toBe(7)
  expect(backup.value.segments.map(({ bytes }) => unpackSegment(bytes))).toEqual([left, right])
})

it('restores a backup in the first format, and what is exported then reads the same', async () => {
  const open = () => new LogRepository({ store: new MemoryStore(), device: 'here', drawName: () => 'generation', now: () => 0, lifeboat: noLifeboat })
  const [first, second] = [open(), open()]
  for (const repository of [first, second]) await repository.load()
  expect(await first.restore(file, 'replace')).toMatchObject({ ok: true })
  expect(await second.restore(await first.exportBackup(), 'merge')).toMatchObject({ ok: true })
  expect(await second.readLog()).toEqual(inOrder([...left, ...right]))
  expect(remembered((await second.load()).memory)).toEqual(remembered(replay([...left, ...right])))
})
