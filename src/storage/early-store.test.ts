import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { expect, it } from 'vitest'
import { segmentsPerPortion } from './database-layout.ts'
import { DexieStore } from './dexie-store.ts'
import { EarlyStore } from './early-store.ts'
import { emptyMark } from './log-store.ts'

const options = () => ({ indexedDb: new IDBFactory(), keyRange: IDBKeyRange })
const openNewerVersion = (factory: IDBFactory) => new Promise<void>((resolve) => { factory.open('lectern', 9_990).addEventListener('success', () => { resolve() }) })

it('reads an empty log where there is none, and makes none', async () => {
  const place = options()
  const store = new EarlyStore(place)
  await store.open()
  expect(await store.readHead()).toEqual({ mark: emptyMark, hot: [] })
  expect(await store.getValue('settings')).toBeUndefined()
  expect(await place.indexedDb.databases()).toEqual([])
})

it('sees what another tab wrote since it was opened', async () => {
  const place = options()
  const early = new EarlyStore(place)
  await early.open()
  const other = new DexieStore(place)
  await other.open()
  await other.putValue('session', { at: 4 })
  expect(await early.getValue('session')).toEqual({ at: 4 })
  await other.putValue('session', { at: 5 })
  expect(await early.getValue('session')).toEqual({ at: 5 })
})

it.each([0, 1, segmentsPerPortion, 2 * segmentsPerPortion + 1])('reads all of %i segments, each once, as Dexie does', async (count) => {
  const place = options()
  const segments = Array.from({ length: count }, (_, index) => ({ key: `key-${index}`, bytes: new Uint8Array([index]), count: 1, firstOrder: index, lastOrder: index }))
  const dexie = new DexieStore(place)
  await dexie.open()
  await dexie.replaceLog({ mark: emptyMark, hotCount: 0 }, { mark: emptyMark, segments })
  for (const store of [dexie, new EarlyStore(place)]) {
    const read = await store.readSegments()
    expect(read.toSorted((first, second) => first.lastOrder - second.lastOrder)).toEqual(segments)
  }
})

it('leaves tables of a newer version alone', async () => {
  const place = options()
  await openNewerVersion(place.indexedDb)
  await expect(new EarlyStore(place).open()).rejects.toMatchObject({ name: 'OutdatedTab' })
})

it('makes way for a newer version and says so', async () => {
  const place = options()
  await new DexieStore(place).putValue('session', 1)
  let outdated = 0
  const early = new EarlyStore({ ...place, onOutdated: () => { outdated += 1 } })
  await early.getValue('session')
  await openNewerVersion(place.indexedDb)
  expect(outdated).toBe(1)
  await expect(early.putValue('session', 2)).rejects.toMatchObject({ name: 'OutdatedTab' })
})

it('refuses at once while an older tab holds the database, and goes on by itself when that tab closes', async () => {
  const place = options()
  const older = await new Promise<IDBDatabase>((resolve) => {
    const opening = place.indexedDb.open('lectern', 1)
    opening.addEventListener('success', () => { resolve(opening.result) })
  })
  let unblocked = 0
  const store = new EarlyStore({ ...place, onUnblocked: () => { unblocked += 1 } })
  await expect(store.open()).rejects.toMatchObject({ name: 'BlockedUpgrade' })
  await expect(store.putValue('session', 1)).rejects.toMatchObject({ name: 'BlockedUpgrade' })
  await expect(store.readHead()).rejects.toMatchObject({ name: 'BlockedUpgrade' })
  older.close()
  await expect.poll(() => unblocked).toBe(1)
  await store.putValue('session', 1)
  expect(await store.getValue('session')).toBe(1)
}, 10_000)
