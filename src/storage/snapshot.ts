/** The memory as one block of bytes, so that opening need not read the log. A cache: anything wrong with it means a replay. */
import type { QuestionId } from '../content/ids.ts'
import { emptyMemory, putState, type DayTally, type Memory } from '../memory/memory.ts'
import type { MemoryState } from '../memory/memory-state.ts'
import { ByteReader, ByteWriter, CorruptBytes, seal, unseal } from './bytes.ts'

const snapshotVersion = 1
/** After so many states the page may have its turn: about a millisecond. */
const statesPerStep = 1_000
const stages = ['new', 'learning', 'relearning', 'review'] as const
/** Bytes of one state: stage, flags and step in four bytes, six whole numbers of four, two float64. */
const stateBytes = 2 * 8 + 6 * 4 + 4

interface SnapshotHead {
  readonly eventCount: number
  readonly newest: Memory['newest']
  readonly lastRepairOrder: number
  readonly states: number
  readonly days: readonly (readonly [number, DayTally])[]
}

/** Packs what the memory holds now; the journal is not kept in it. The memory must not change between the steps. */
export function* packSnapshot(memory: Memory): Generator<void, Uint8Array<ArrayBuffer>> {
  const names: string[] = []
  const table = new DataView(new ArrayBuffer(memory.states.size * stateBytes))
  const times: number[] = []
  let position = 0
  for (const [questionId, state] of memory.states) {
    names.push(questionId)
    writeState(table, position, state, times)
    position += stateBytes
    if (names.length % statesPerStep === 0) yield
  }
  const head: SnapshotHead = { eventCount: memory.eventCount, newest: { order: memory.newest.order, device: memory.newest.device, sequence: memory.newest.sequence }, lastRepairOrder: memory.lastRepairOrder, states: memory.states.size, days: [...memory.days] }
  const encoder = new TextEncoder()
  const writer = new ByteWriter()
  writer.byte(snapshotVersion)
  writer.block(encoder.encode(JSON.stringify(head)))
  writer.block(encoder.encode(names.join('\n')))
  writer.block(new Uint8Array(table.buffer))
  writer.block(new Uint8Array(Float64Array.from(times).buffer))
  yield
  return seal(writer.finish())
}

/** @throws CorruptBytes when it is not a whole snapshot of this version */
export function* unpackSnapshot(sealed: Uint8Array): Generator<void, Memory> {
  const reader = new ByteReader(unseal(sealed))
  yield
  if (reader.byte() !== snapshotVersion) throw new CorruptBytes('a snapshot of another version')
  const decoder = new TextDecoder()
  // The checksum vouches for the bytes; packSnapshot wrote this shape.
  const head = JSON.parse(decoder.decode(reader.block())) as SnapshotHead
  const text = decoder.decode(reader.block())
  // As above: the names were question ids.
  const names = (text === '' ? [] : text.split('\n')) as QuestionId[]
  const tableBytes = reader.block()
  const table = new DataView(tableBytes.buffer, tableBytes.byteOffset, tableBytes.length)
  const times = new Float64Array(reader.block().slice().buffer)
  if (names.length !== head.states || table.byteLength !== head.states * stateBytes) throw new CorruptBytes('a snapshot with missing states')
  yield

  const memory = emptyMemory()
  memory.eventCount = head.eventCount
  memory.newest = head.newest
  memory.lastRepairOrder = head.lastRepairOrder
  for (const [day, tally] of head.days) memory.days.set(day, tally)
  let timed = 0
  for (const [index, name] of names.entries()) {
    const state = readState(table, index * stateBytes, times[timed] ?? 0, times[timed + 1] ?? 0)
    if (state.stage === 'learning' || state.stage === 'relearning') timed += 2
    putState(memory, name, state)
    if (index % statesPerStep === 0) yield
  }
  return memory
}

function writeState(table: DataView, at: number, state: MemoryState, times: number[]): void {
  table.setUint8(at, stages.indexOf(state.stage))
  table.setUint8(at + 1, (state.suspended ? 1 : 0) | (state.flagged ? 2 : 0))
  table.setInt32(at + 4, state.reviews)
  table.setInt32(at + 8, state.lapses)
  table.setInt32(at + 12, state.failedDay)
  if (state.stage === 'new') {
    table.setInt32(at + 16, state.openedDay)
    return
  }
  table.setInt32(at + 16, state.lastDay)
  table.setInt32(at + 20, state.dueDay)
  table.setFloat64(at + 28, state.stability)
  table.setFloat64(at + 36, state.difficulty)
  if (state.stage === 'review') return
  table.setUint8(at + 2, state.step)
  times.push(state.lastMs, state.dueMs)
}

function readState(table: DataView, at: number, lastMs: number, dueMs: number): MemoryState {
  const stage = stages[table.getUint8(at)]
  const flags = table.getUint8(at + 1)
  const suspended = (flags & 1) !== 0
  const flagged = (flags & 2) !== 0
  const reviews = table.getInt32(at + 4)
  const lapses = table.getInt32(at + 8)
  const failedDay = table.getInt32(at + 12)
  if (stage === undefined) throw new CorruptBytes('a state of an unknown stage')
  if (stage === 'new') return { stage, openedDay: table.getInt32(at + 16), reviews, lapses, suspended, flagged, failedDay }
  const lastDay = table.getInt32(at + 16)
  const dueDay = table.getInt32(at + 20)
  const stability = table.getFloat64(at + 28)
  const difficulty = table.getFloat64(at + 36)
  if (stage === 'review') return { stage, stability, difficulty, lastDay, dueDay, reviews, lapses, suspended, flagged, failedDay }
  return { stage, step: table.getUint8(at + 2), lastMs, dueMs, stability, difficulty, lastDay, dueDay, reviews, lapses, suspended, flagged, failedDay }
}
