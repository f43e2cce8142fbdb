/** The contract of every place to keep the log: the same outcomes in IndexedDB and in memory. */
import 'fake-indexeddb/auto'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { afterEach, describe, expect, it } from 'vitest'
import { remembered, SimulatedDevice, someMoment, someQuestions } from '../memory/arbitrary-log.ts'
import { draftAction, draftAnswer, draftRate, draftRedo, draftUndo } from '../memory/draft.ts'
import { eventId, type EventDraft, type Rating } from '../memory/event.ts'
import { findAnswer, findUndoable, stateOf, type Memory } from '../memory/memory.ts'
import { replay } from '../memory/replay.ts'
import { defaultSettings } from '../memory/settings.ts'
import { DexieStore } from './dexie-store.ts'
import { EarlyStore } from './early-store.ts'
import { lifeboatIn, noLifeboat, type Lifeboat } from './lifeboat.ts'
import { LogRepository } from './log-repository.ts'
import type { LogStore } from './log-store.ts'
import { MemoryDisk, MemoryStore } from './memory-store.ts'
import type { Change, Repository } from './repository.ts'
import { BlockedUpgrade } from './storage-problem.ts'

const [question, otherQuestion] = [someQuestions[0]!, someQuestions[1]!]

/** One place where several tabs keep the same log. */
interface Place {
  /** Opens another tab; its store can be made to fail. */
  openTab(options?: { readonly breakStore?: (store: LogStore) => LogStore; readonly lifeboat?: Lifeboat }): Promise<LogRepository>
}
const open: Repository[] = []
afterEach(() => {
  for (const repository of open.splice(0)) repository.close()
})

let opened = 0
function openOn(store: LogStore, channelName: string, lifeboat: Lifeboat): LogRepository {
  opened += 1
  const repository = new LogRepository({ store, device: `tab${opened}`, drawName: () => `name${(opened += 1)}`, now: () => someMoment.utcMs, lifeboat, channel: new BroadcastChannel(channelName), retryMs: 20 })
  open.push(repository)
  return repository
}

function memoryLifeboat(): Lifeboat {
  const values = new Map<string, string>()
  return lifeboatIn({
    get length() { return values.size },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  })
}

function placeInIndexedDb(Store: typeof DexieStore | typeof EarlyStore): Place {
  const [indexedDb, sharedLifeboat, name] = [new IDBFactory(), memoryLifeboat(), `channel${(opened += 1)}`]
  return {
    async openTab({ breakStore, lifeboat = sharedLifeboat } = {}) {
      const store = new Store({ indexedDb, keyRange: IDBKeyRange })
      await store.open()
      return openOn(breakStore?.(store) ?? store, name, lifeboat)
    },
  }
}

const places: [string, () => Place][] = [
  ['IndexedDB', () => placeInIndexedDb(DexieStore)],
  ['IndexedDB, read before Dexie is there', () => placeInIndexedDb(EarlyStore)],
  ['memory', () => {
    const [disk, sharedLifeboat, name] = [new MemoryDisk(), memoryLifeboat(), `channel${(opened += 1)}`]
    return {
      async openTab({ breakStore, lifeboat = sharedLifeboat } = {}) {
        const store = new MemoryStore(disk)
        return openOn(breakStore?.(store) ?? store, name, lifeboat)
      },
    }
  }],
]

function answer(memory: Memory, asked = question, rating: Rating = 'good', minutes = 0): EventDraft {
  const moment = { ...someMoment, utcMs: someMoment.utcMs + minutes * 60_000 }
  return draftAnswer(memory, defaultSettings, { questionId: asked, rev: 1, seed: 5, answer: { kind: 'choice', option: 'yes' }, verdict: 'right', confidence: 'sure', rating, thinkingMs: 4_321 }, moment)
}
function dueDayOf(memory: Memory): number | undefined {
  const state = stateOf(memory, question)
  return state.stage === 'new' ? undefined : state.dueDay
}
function settled(condition: () => boolean): Promise<void> {
  return expect.poll(condition, { timeout: 3_000, interval: 10 }).toBe(true)
}

describe.each(places)('the repository in %s', (_, makePlace) => {
  it('has an answer again after it was closed', async () => {
    const place = makePlace()
    const first = await place.openTab()
    const { memory } = await first.load()
    expect(await first.record(answer(memory))).toMatchObject({ kind: 'durable' })
    first.close()
    const second = await place.openTab()
    const { memory: again } = await second.load()
    expect(remembered(again)).toEqual(remembered(memory))
    expect(await second.health()).toMatchObject({ events: 1, unsavedEvents: 0 })
  })

  it('undoes an answer from before it was opened', async () => {
    const place = makePlace()
    const first = await place.openTab()
    await first.record(answer((await first.load()).memory))
    first.close()
    const second = await place.openTab()
    const { memory } = await second.load()
    await second.record(draftUndo(memory, defaultSettings, someMoment)!)
    expect(stateOf(memory, question).stage).toBe('new')
  })

  it('gives an answer another rating, takes it back and brings it again, in both tabs and after closing', async () => {
    const place = makePlace()
    const [left, right] = [await place.openTab(), await place.openTab()]
    const [{ memory }, { memory: seen }] = [await left.load(), await right.load()]
    const recorded = await left.record(answer(memory, question, 'again'))
    await left.record(answer(memory, otherQuestion))
    const id = eventId(recorded.events[0]!)
    await left.record(draftRate(memory, defaultSettings, findAnswer(memory, id)!, 'easy', someMoment))
    const plain = new SimulatedDevice('plain')
    plain.answer(question, 'easy', someMoment)
    await right.refresh()
    for (const one of [memory, seen]) expect(stateOf(one, question)).toMatchObject({ stage: 'review', dueDay: dueDayOf(plain.memory) })
    expect(await right.exportCsv()).toContain(`${question},${someMoment.utcMs},4,0`)
    await right.record(draftUndo(seen, defaultSettings, someMoment)!)
    expect(stateOf(seen, question).stage).toBe('learning')
    for (const one of [left, right]) one.close()
    const third = await place.openTab()
    const { memory: again } = await third.load()
    await third.record(draftRedo(again, defaultSettings, someMoment)!)
    expect(remembered(again)).toEqual(remembered(replay(await third.readLog())))
    expect(stateOf(again, question)).toMatchObject({ stage: 'review', dueDay: dueDayOf(plain.memory) })
  })

  it('shows an answer in the other tab at once', async () => {
    const place = makePlace()
    const [left, right] = [await place.openTab(), await place.openTab()]
    const [{ memory }, { memory: seen }] = [await left.load(), await right.load()]
    const changes: Change[] = []
    right.subscribe((change) => changes.push(change))
    await left.record(answer(memory))
    await settled(() => changes.some((change) => change.kind === 'recorded' && change.elsewhere))
    expect(remembered(seen)).toEqual(remembered(memory))
  })

  it('keeps both answers to one question given in two tabs, and schedules by the first', async () => {
    const place = makePlace()
    const [left, right] = [await place.openTab(), await place.openTab()]
    const [{ memory }, { memory: seen }] = [await left.load(), await right.load()]
    await Promise.all([left.record(answer(memory)), right.record(answer(seen, question, 'again'))])
    await left.refresh()
    expect(remembered(memory)).toEqual(remembered(seen))
    expect(stateOf(memory, question).reviews).toBe(1)
    expect(await left.readLog()).toHaveLength(2)
  })

  it('loses nothing when two tabs write as fast as they can', async () => {
    const place = makePlace()
    const [left, right] = [await place.openTab(), await place.openTab()]
    const [{ memory }, { memory: seen }] = [await left.load(), await right.load()]
    await Promise.all(Array.from({ length: 30 }, (_, index) => [left.record(answer(memory, someQuestions[index % 4]!)), right.record(answer(seen, someQuestions[(index + 2) % 4]!))]).flat())
    await Promise.all([left.refresh(), right.refresh()])
    const log = await left.readLog()
    expect(log).toHaveLength(60)
    expect(remembered(memory)).toEqual(remembered(replay(log)))
    expect(remembered(seen)).toEqual(remembered(memory))
  })

  it('seals old entries and has the same memory after it', async () => {
    const place = makePlace()
    const first = await place.openTab()
    const { memory } = await first.load()
    for (let batch = 0; batch < 5; batch += 1) {
      await first.record(...Array.from({ length: 500 }, (_, index) => draftAction(defaultSettings, index % 2 === 0 ? 'flag' : 'unflag', someQuestions[index % 4]!, { ...someMoment, utcMs: someMoment.utcMs + batch * 1_000 + index })))
    }
    await first.record(answer(memory))
    const log = await first.readLog()
    first.close()
    const second = await place.openTab()
    const { memory: again } = await second.load()
    expect(await second.readLog()).toEqual(log)
    expect(remembered(again)).toEqual(remembered(memory))
    expect(remembered(again)).toEqual(remembered(replay(log)))
  })

  it('undoes behind what was sealed, after every reopening, and still knows what can be redone', async () => {
    const place = makePlace()
    let tab = await openFollowed(place)
    await tab.repository.record(answer(tab.memory))
    const withFirst = structuredClone(remembered(tab.memory))
    for (let batch = 0; batch < 5; batch += 1) {
      await tab.repository.record(...Array.from({ length: 500 }, (_, index) => draftAction(defaultSettings, index % 2 === 0 ? 'flag' : 'unflag', someQuestions[index % 4]!, { ...someMoment, utcMs: someMoment.utcMs + batch * 1_000 + index })))
    }
    for (let flagsLeft = 2_500; flagsLeft > 0;) {
      tab.repository.close()
      tab = await openFollowed(place)
      if (findUndoable(tab.memory) === undefined) {
        expect(tab.memory.hasOlderActions).toBe(true)
        await tab.repository.readBack()
      }
      const undos = tab.memory.journal.slice(flagsLeft <= tab.memory.journal.length ? -flagsLeft : 0).reverse().map(({ event }): EventDraft => ({ type: 'undo', target: eventId(event), ...someMoment, day: 1 }))
      flagsLeft -= undos.length
      await tab.repository.record(...undos)
    }
    expect(remembered(tab.memory)).toMatchObject({ ...Object(withFirst), events: 5_001, redoable: { length: 2_500 } })
    tab.repository.close()
    tab = await openFollowed(place)
    const log = await tab.repository.readLog()
    expect(remembered(tab.memory)).toEqual(remembered(replay(log)))
    // As it was answered, though a replay leaves that packed.
    if (findUndoable(tab.memory) === undefined) await tab.repository.readBack()
    expect(findUndoable(tab.memory)).toEqual(log[0])
    await tab.repository.record(draftRedo(tab.memory, defaultSettings, someMoment)!)
    expect(remembered(tab.memory)).toEqual(remembered(replay(await tab.repository.readLog())))
    await tab.repository.record(draftUndo(tab.memory, defaultSettings, someMoment)!)
    await tab.repository.record(draftUndo(tab.memory, defaultSettings, someMoment)!)
    expect(tab.memory.states.size).toBe(0)
    expect(findUndoable(tab.memory)).toBeUndefined()
    expect(tab.memory.hasOlderActions).toBe(false)
  })

  it('says what is wrong when the log cannot be read to undo behind the journal, and leaves the memory as it is', async () => {
    const place = makePlace()
    const first = await openFollowed(place)
    await first.repository.record(answer(first.memory))
    let broken = false
    const tab = await openFollowed(place, (store) => unreadable(store, () => broken))
    const changes: Change[] = []
    tab.repository.subscribe((change) => changes.push(change))
    const before = structuredClone(remembered(tab.memory))
    broken = true
    await tab.repository.readBack()
    expect(remembered(tab.memory)).toEqual(before)
    expect(changes).toEqual([{ kind: 'health', health: expect.objectContaining({ problem: 'unavailable' }) }])
  })

  it('keeps an answer that the store refuses, says so, and stores it later', async () => {
    const place = makePlace()
    let broken = true
    const repository = await place.openTab({ breakStore: (store) => failing(store, () => broken) })
    const { memory } = await repository.load()
    expect(await repository.record(answer(memory))).toMatchObject({ kind: 'unsaved', problem: 'full' })
    expect(stateOf(memory, question).reviews).toBe(1)
    expect(await repository.health()).toMatchObject({ unsavedEvents: 1, problem: 'full' })
    expect((await repository.exportBackup()).length).toBeGreaterThan(100)
    broken = false
    await expect.poll(async () => (await repository.health()).unsavedEvents, { timeout: 3_000 }).toBe(0)
    expect(await repository.health()).not.toHaveProperty('problem')
    expect(await repository.readLog()).toHaveLength(1)
    expect(remembered(memory)).toEqual(remembered(replay(await repository.readLog())))
  })

  it('reads the log and stores what was answered meanwhile once the store can be had after all', async () => {
    const place = makePlace()
    const first = await place.openTab()
    const before = await first.load()
    await first.record(answer(before.memory))
    await first.saveSettings({ ...defaultSettings, newPerDay: 3 })
    first.close()
    let held = true
    const waiting = await place.openTab({ breakStore: (store) => holding(store, () => held) })
    const { memory } = await waiting.load()
    expect(await waiting.health()).toMatchObject({ problem: 'blocked', events: 0 })
    // The question is new to a tab that could not read the log, another is new to everybody.
    await waiting.record(answer(memory, question, 'easy', 5))
    expect(await waiting.record(answer(memory, otherQuestion, 'easy', 6))).toMatchObject({ kind: 'unsaved', problem: 'blocked' })
    expect(await waiting.readLog()).toHaveLength(2)
    held = false
    await waiting.goOn()
    const after = await waiting.load()
    expect(after.settings.newPerDay).toBe(3)
    expect(await waiting.health()).toMatchObject({ unsavedEvents: 0, events: 3 })
    expect(await waiting.health()).not.toHaveProperty('problem')
    expect(stateOf(after.memory, question)).toEqual(stateOf(before.memory, question))
    expect(stateOf(after.memory, otherQuestion).reviews).toBe(1)
    expect(remembered(after.memory)).toEqual(remembered(replay(await waiting.readLog())))
  })

  it('keeps settings that were changed while the store could not be had, says so, and adds them to those stored before', async () => {
    const place = makePlace()
    const first = await place.openTab()
    await first.load()
    await first.saveSettings({ ...defaultSettings, newPerDay: 3 })
    first.close()
    let held = true
    const waiting = await place.openTab({ breakStore: (store) => holding(store, () => held) })
    const { settings } = await waiting.load()
    expect(await waiting.saveSettings({ ...settings, fuzz: false })).toEqual({ kind: 'unsaved', problem: 'blocked' })
    expect(await waiting.keep('session', { at: 4 })).toEqual({ kind: 'unsaved', problem: 'blocked' })
    expect(await waiting.findKept('session')).toEqual({ at: 4 })
    expect(await waiting.health()).toMatchObject({ problem: 'blocked', unsavedSettings: true })
    held = false
    await waiting.goOn()
    expect(await waiting.health()).toMatchObject({ unsavedSettings: false })
    expect(await waiting.health()).not.toHaveProperty('problem')
    for (const tab of [waiting, await place.openTab()]) {
      expect((await tab.load()).settings).toEqual({ ...defaultSettings, newPerDay: 3, fuzz: false })
      expect(await tab.findKept('session')).toEqual({ at: 4 })
    }
  })

  it('stores settings by itself once the disk has room again', async () => {
    const place = makePlace()
    let broken = true
    const repository = await place.openTab({ breakStore: (store) => failing(store, () => broken) })
    await repository.load()
    await repository.saveSettings({ ...defaultSettings, newPerDay: 3 })
    expect(await repository.health()).toMatchObject({ unsavedSettings: true, problem: 'full' })
    broken = false
    await expect.poll(async () => (await repository.health()).unsavedSettings, { timeout: 3_000 }).toBe(false)
    expect(await repository.health()).not.toHaveProperty('problem')
    expect((await (await place.openTab()).load()).settings.newPerDay).toBe(3)
  })

  it('finds settings in the lifeboat that a closed tab could not store', async () => {
    const place = makePlace()
    const left = await place.openTab({ breakStore: (store) => failing(store, () => true) })
    const { settings } = await left.load()
    await left.saveSettings({ ...settings, newPerDay: 3 })
    left.close()
    const right = await place.openTab()
    expect(await right.load()).toMatchObject({ settings: { newPerDay: 3 } })
    expect(await right.health()).toMatchObject({ unsavedSettings: false })
    await right.saveSettings({ ...settings, newPerDay: 4 })
    expect((await (await place.openTab()).load()).settings.newPerDay).toBe(4)
  })

  it('puts unsaved answers after those that another tab stored meanwhile', async () => {
    const place = makePlace()
    let broken = true
    const left = await place.openTab({ breakStore: (store) => failing(store, () => broken), lifeboat: noLifeboat })
    const right = await place.openTab()
    await left.record(answer((await left.load()).memory))
    await right.record(answer((await right.load()).memory, otherQuestion, 'easy', 5))
    broken = false
    await left.refresh()
    await right.refresh()
    const log = await right.readLog()
    expect(log.map((event) => ('questionId' in event ? event.questionId : ''))).toEqual([otherQuestion, question])
    const memories = [(await left.load()).memory, (await right.load()).memory]
    for (const memory of memories) expect(remembered(memory)).toEqual(remembered(replay(log)))
  })

  it('stores an unsaved answer once when another tab finds it in the lifeboat first', async () => {
    const place = makePlace()
    let broken = true
    const left = await place.openTab({ breakStore: (store) => failing(store, () => broken) })
    const { memory } = await left.load()
    await left.record(answer(memory))
    const right = await place.openTab()
    await right.load()
    broken = false
    await left.refresh()
    expect(await left.readLog()).toHaveLength(1)
    expect(await left.health()).toMatchObject({ unsavedEvents: 0, events: 1 })
    expect(remembered((await left.load()).memory)).toEqual(remembered((await right.load()).memory))
  })

  it('finds answers in the lifeboat that a closed tab could not store', async () => {
    const place = makePlace()
    const left = await place.openTab({ breakStore: (store) => failing(store, () => true) })
    await left.record(answer((await left.load()).memory))
    left.close()
    const right = await place.openTab()
    const { memory } = await right.load()
    expect(stateOf(memory, question).reviews).toBe(1)
    expect((await right.health()).unsavedEvents).toBe(0)
    expect(await right.readLog()).toHaveLength(1)
    const third = await place.openTab()
    await third.load()
    expect((await third.health()).events).toBe(1)
  })

  it('keeps settings and small values, and tells other tabs of the settings', async () => {
    const place = makePlace()
    const [left, right] = [await place.openTab(), await place.openTab()]
    await Promise.all([left.load(), right.load()])
    const changes: Change[] = []
    right.subscribe((change) => changes.push(change))
    await left.saveSettings({ ...defaultSettings, newPerDay: 3 })
    await left.keep('session', { at: 4 })
    await settled(() => changes.some((change) => change.kind === 'settings' && change.settings.newPerDay === 3))
    expect(await right.findKept('session')).toEqual({ at: 4 })
    await left.keep('session', undefined)
    expect(await right.findKept('session')).toBeUndefined()
  })

  it('restores a backup elsewhere, once however often it is merged', async () => {
    const [here, there] = [await makePlace().openTab(), await makePlace().openTab()]
    const { memory } = await here.load()
    await there.load()
    await here.saveSettings({ ...defaultSettings, newPerDay: 7 })
    await here.record(answer(memory), answer(memory, otherQuestion))
    const file = await here.exportBackup()
    expect(await there.previewRestore(file)).toMatchObject({ ok: true, value: { inFile: 2, onlyInFile: 2, onlyHere: 0, inBoth: 0, questions: 2 } })
    expect((await there.readLog())).toHaveLength(0)
    expect(await there.restore(file, 'merge')).toMatchObject({ ok: true })
    expect(await there.previewRestore(file)).toMatchObject({ ok: true, value: { onlyInFile: 0, onlyHere: 0, inBoth: 2 } })
    await there.restore(file, 'merge')
    expect(await there.readLog()).toEqual(await here.readLog())
    expect(remembered((await there.load()).memory)).toEqual(remembered(memory))
  })

  it('unites both logs in a merge and takes only the file in a replacement', async () => {
    const [here, there] = [await makePlace().openTab(), await makePlace().openTab()]
    await here.record(answer((await here.load()).memory))
    const { memory } = await there.load()
    await there.record(answer(memory, otherQuestion))
    const file = await here.exportBackup()
    expect(await there.previewRestore(file)).toMatchObject({ ok: true, value: { onlyInFile: 1, onlyHere: 1, inBoth: 0 } })
    await there.restore(file, 'merge')
    const merged = await there.readLog()
    expect(merged).toHaveLength(2)
    expect((await there.record(answer((await there.load()).memory, someQuestions[2]!))).kind).toBe('durable')
    await there.restore(file, 'replace')
    expect(await there.readLog()).toEqual(await here.readLog())
  })

  it('puts the settings of a file in place together with its log, or neither', async () => {
    const [here, place] = [await makePlace().openTab(), makePlace()]
    await here.record(answer((await here.load()).memory))
    await here.saveSettings({ ...defaultSettings, newPerDay: 7 })
    const file = await here.exportBackup()
    let isFull = false
    const there = await place.openTab({ breakStore: (store) => failing(store, () => isFull) })
    await there.load()
    await there.saveSettings({ ...defaultSettings, fuzz: false })
    // Nothing small can be written any more: all goes with the log.
    isFull = true
    expect(await there.restore(file, 'replace')).toMatchObject({ ok: true })
    const opened = await place.openTab()
    expect(await opened.load()).toMatchObject({ settings: { newPerDay: 7, fuzz: true } })
    expect(await opened.health()).toMatchObject({ events: 1 })
  })

  it('goes on in another tab after a restore', async () => {
    const place = makePlace()
    const [left, right] = [await place.openTab(), await place.openTab()]
    const { memory } = await left.load()
    await right.load()
    await left.record(answer(memory))
    const file = await left.exportBackup()
    await left.record(answer(memory, otherQuestion))
    await left.restore(file, 'replace')
    await right.record(answer((await right.load()).memory, someQuestions[2]!))
    await left.refresh()
    expect(await left.readLog()).toHaveLength(2)
    expect(remembered((await left.load()).memory)).toEqual(remembered((await right.load()).memory))
  })

  it('refuses a file that is not a backup and changes nothing', async () => {
    const repository = await makePlace().openTab()
    await repository.record(answer((await repository.load()).memory))
    const before = await repository.readLog()
    expect(await repository.restore(new TextEncoder().encode('hello, this is not a backup'), 'replace')).toMatchObject({ ok: false, problems: [{ reason: 'not-a-backup' }] })
    expect(await repository.readLog()).toEqual(before)
  })

  it('forgets every review on reset, and keeps the settings', async () => {
    const place = makePlace()
    const repository = await place.openTab()
    await repository.saveSettings({ ...defaultSettings, newPerDay: 7 })
    await repository.record(answer((await repository.load()).memory))
    expect(await repository.reset()).toEqual({ kind: 'durable' })
    const { memory, settings } = await (await place.openTab()).load()
    expect([memory.states.size, settings.newPerDay]).toEqual([0, 7])
  })

  it('writes reviews for other tools', async () => {
    const repository = await makePlace().openTab()
    const { memory } = await repository.load()
    await repository.record(answer(memory))
    await repository.record(answer(memory, question, 'again', 10))
    expect(await repository.exportCsv()).toBe(`card_id,review_time,review_rating,review_state,review_duration\n${question},${someMoment.utcMs},3,0,4300\n${question},${someMoment.utcMs + 600_000},1,1,4300\n`)
  })
})

/** A store that an older tab keeps from being opened. */
function holding(store: LogStore, isHeld: () => boolean): LogStore {
  return new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      return (...parts: unknown[]) => (isHeld() ? Promise.reject(new BlockedUpgrade('held')) : Reflect.apply(member, target, parts))
    },
  })
}

/** Another tab, and the memory that it shows by now. */
async function openFollowed(place: Place, breakStore?: (store: LogStore) => LogStore): Promise<{ repository: LogRepository; memory: Memory }> {
  const repository = await place.openTab(breakStore && { breakStore })
  const tab = { repository, memory: (await repository.load()).memory }
  repository.subscribe((change) => { if (change.kind === 'replaced') tab.memory = change.memory })
  return tab
}

/** A store whose log cannot be read while `isBroken` says so. */
function unreadable(store: LogStore, isBroken: () => boolean): LogStore {
  return new Proxy(store, {
    get(target, name) {
      if (name === 'readHead' && isBroken()) return () => Promise.reject(new DOMException('not here', 'SecurityError'))
      const member: unknown = Reflect.get(target, name)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}

/** A store whose writes fail as on a full disk while `isBroken` says so. */
function failing(store: LogStore, isBroken: () => boolean): LogStore {
  return new Proxy(store, {
    get(target, name) {
      if (name === 'append' || name === 'putValue') {
        return async (...parts: unknown[]) => {
          if (isBroken()) throw new DOMException('the disk is full', 'QuotaExceededError')
          return Reflect.apply(Reflect.get(target, name), target, parts)
        }
      }
      const member: unknown = Reflect.get(target, name)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}
