/** The memory as one block of bytes, so that opening need not read the log. A cache: anything wrong with it means a replay. */
import { publishedParameters, type Weights } from '../memory/fsrs-model.ts'
import { emptyMemory, takeUpParameters, type DayTally, type Memory } from '../memory/memory.ts'
import { StateTable } from '../memory/state-table.ts'
import { CorruptBytes } from './bytes.ts'

/** 2 since the states are saved as the table that they live in. */
const snapshotVersion = 2
/** The lengths of the parts come first: version, head, text, starts, slots, rows, in bytes; then the checksum. */
const frameWords = 8
const wordBytes = 4

interface SnapshotHead {
  readonly eventCount: number
  readonly newest: Memory['newest']
  readonly lastRepairOrder: number
  /** FSRS parameters ever taken up, and the number of those in use; absent while they are the published ones. */
  readonly parameters?: { readonly inUse: number; readonly sets: readonly Weights[] }
  readonly days: readonly (readonly [number, DayTally])[]
  readonly load: readonly (readonly [number, number])[]
}

/** Packs what the memory holds now; the journal is not kept in it. */
export function packSnapshot(memory: Memory): Uint8Array<ArrayBuffer> {
  const { names, rows } = memory.states.parts()
  const { eventCount, newest: { order, device, sequence }, lastRepairOrder } = memory
  const head: SnapshotHead = { eventCount, newest: { order, device, sequence }, lastRepairOrder, ...(memory.parameterSets.size === 0 ? {} : { parameters: { inUse: memory.parameters, sets: [...memory.parameterSets.values()] } }), days: [...memory.days], load: [...memory.load] }
  const parts = [new TextEncoder().encode(JSON.stringify(head)), names.text, bytesOf(names.starts), bytesOf(names.slots), rows]
  const bytes = new Uint8Array(parts.reduce((end, part) => aligned(end + part.length), frameWords * wordBytes))
  const frame = new Uint32Array(bytes.buffer)
  frame[0] = snapshotVersion
  let position = frameWords * wordBytes
  for (const [index, part] of parts.entries()) {
    frame[index + 1] = part.length
    bytes.set(part, position)
    position = aligned(position + part.length)
  }
  frame[frameWords - 1] = checksumOf(frame)
  return bytes
}

/** The bytes stay as they are. @throws CorruptBytes when it is not a whole snapshot of this version */
export function unpackSnapshot(bytes: Uint8Array): Memory {
  if (bytes.length < frameWords * wordBytes || bytes.length % wordBytes > 0 || bytes.byteOffset % wordBytes > 0) throw new CorruptBytes('a snapshot of another kind')
  const frame = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / wordBytes)
  if (frame[0] !== snapshotVersion) throw new CorruptBytes('a snapshot of another version')
  if (frame[frameWords - 1] !== checksumOf(frame)) throw new CorruptBytes('the checksum of the snapshot does not fit')
  return openSnapshot(bytes.slice())
}

/** The memory lives on in these very bytes, which must be as `packSnapshot` made them: megabytes are neither copied nor looked through. @throws CorruptBytes when parts are missing */
export function openSnapshot(bytes: Uint8Array<ArrayBuffer>): Memory {
  const frame = new Uint32Array(bytes.buffer, bytes.byteOffset, frameWords)
  let position = frameWords * wordBytes
  const [head, text, starts, slots, rows] = [1, 2, 3, 4, 5].map((index) => {
    const part = bytes.subarray(position, position + (frame[index] ?? 0))
    position = aligned(position + part.length)
    return part
  })
  if (head === undefined || text === undefined || starts === undefined || slots === undefined || rows === undefined) throw new CorruptBytes('a snapshot with missing parts')
  // packSnapshot wrote this shape.
  const { eventCount, newest, lastRepairOrder, parameters, days, load } = JSON.parse(new TextDecoder().decode(head)) as SnapshotHead
  const memory = emptyMemory(new StateTable({ names: { text, starts: wordsOf(starts), slots: wordsOf(slots) }, rows }))
  memory.eventCount = eventCount
  memory.newest = newest
  memory.lastRepairOrder = lastRepairOrder
  for (const weights of parameters?.sets ?? []) takeUpParameters(memory, weights)
  memory.parameters = parameters?.inUse ?? publishedParameters
  for (const [day, tally] of days) memory.days.set(day, tally)
  for (const [day, due] of load) memory.load.set(day, due)
  return memory
}

/** Over whole words, for megabytes at every opening: FNV-1a, which tells any change within one word. Its own place counts as 0. */
function checksumOf(words: Uint32Array): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < words.length; index += 1) if (index !== frameWords - 1) hash = Math.imul(hash ^ (words[index] ?? 0), 0x01000193)
  return hash >>> 0
}

/** Rows begin at a multiple of eight bytes. */
function aligned(position: number): number {
  return Math.ceil(position / 8) * 8
}

function wordsOf({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): Uint32Array {
  return new Uint32Array(buffer, byteOffset, byteLength / wordBytes)
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength)
}
