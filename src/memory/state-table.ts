/**
 * The states of all questions, each in one row of plain numbers: read and written a million times in a replay without
 * leaving garbage, and saved and opened as they are. A question's row is its number among the names.
 */
import type { QuestionId } from '../content/ids.ts'
import type { MemoryState } from './memory-state.ts'
import { NameTable, type NameTableParts } from './name-table.ts'

/** The order is part of the row's format. A row of zeros is a question that the log does not know. */
const stages = ['unseen', 'new', 'learning', 'relearning', 'review'] as const
const stageNumbers = { new: 1, learning: 2, relearning: 3, review: 4 } as const
/** A row: four float64 (stability, difficulty, last and due millisecond), then six int32 (last or opened day, due day, reviews, lapses, failed day, marks) and room for two. */
const rowBytes = 64
const floats = rowBytes / 8
const integers = rowBytes / 4
const fewestRows = 64
/** Marks: the stage in the lowest bits, two flags, then the step. */
const suspendedMark = 0x08
const flaggedMark = 0x10
const stepShift = 8

interface StateTableParts {
  readonly names: NameTableParts
  readonly rows: Uint8Array<ArrayBuffer>
}

export class StateTable {
  /** A question's number here is its row. */
  readonly names: NameTable<QuestionId>
  #floats: Float64Array<ArrayBuffer>
  #integers: Int32Array<ArrayBuffer>
  readonly #rows = new WeakMap<readonly { readonly id: QuestionId }[], { readonly rows: Int32Array; readonly nameCount: number }>()
  #size = 0

  constructor(parts?: StateTableParts) {
    this.names = parts === undefined ? new NameTable() : new NameTable(parts.names, parts.names.starts.length - 1)
    const { buffer, byteOffset, byteLength } = parts?.rows ?? new Uint8Array(fewestRows * rowBytes)
    this.#floats = new Float64Array(buffer, byteOffset, byteLength / 8)
    this.#integers = new Int32Array(buffer, byteOffset, byteLength / 4)
    if (parts !== undefined) for (let row = 0; row < this.names.count; row += 1) if (this.#stageAt(row) !== 'unseen') this.#size += 1
  }

  /** How many questions have a state. */
  get size(): number {
    return this.#size
  }

  /** How many rows there are: the states, and what was taken back since. */
  get rowCount(): number {
    return this.names.count
  }

  /** What the table consists of; it is not copied, so it must not change until it is written. */
  parts(): StateTableParts {
    this.#makeRoom(this.rowCount)
    return { names: this.names.parts(), rows: new Uint8Array(this.#floats.buffer, this.#floats.byteOffset, this.names.count * rowBytes) }
  }

  get(questionId: QuestionId): MemoryState | undefined {
    return this.at(this.names.find(questionId))
  }

  /** Undefined takes the state away. */
  set(questionId: QuestionId, state: MemoryState | undefined): void {
    this.put(this.names.numberOf(questionId), state)
  }

  /** The rows of these questions, -1 for one without; kept for the next time, for a library is long and stays the same. */
  rowsOf(questions: readonly { readonly id: QuestionId }[]): Int32Array {
    const known = this.#rows.get(questions)
    if (known?.nameCount === this.names.count) return known.rows
    const rows = known?.rows ?? new Int32Array(questions.length).fill(-1)
    for (const [index, { id }] of questions.entries()) if (rows[index] === -1) rows[index] = this.names.find(id)
    this.#rows.set(questions, { rows, nameCount: this.names.count })
    return rows
  }

  /** Whether it is scheduled by days, due after `dueBy` and last seen before `today`: what most of a library is, told without reading the whole state. */
  isAtRest(row: number, dueBy: number, today: number): boolean {
    const integer = row * integers + 2 * 4
    return row >= 0 && this.#stageAt(row) === 'review' && (this.#integers[integer + 1] ?? 0) > dueBy && (this.#integers[integer] ?? 0) < today
  }

  /** Undefined for a question that the log does not know; -1 is the row of one. */
  at(row: number): MemoryState | undefined {
    const stage = row < 0 ? 'unseen' : this.#stageAt(row)
    if (stage === 'unseen') return undefined
    const float = row * floats
    const integer = row * integers + 2 * 4
    const table = this.#integers
    const marks = table[integer + 5] ?? 0
    const suspended = (marks & suspendedMark) !== 0
    const flagged = (marks & flaggedMark) !== 0
    const reviews = table[integer + 2] ?? 0
    const lapses = table[integer + 3] ?? 0
    const failedDay = table[integer + 4] ?? 0
    const lastDay = table[integer] ?? 0
    if (stage === 'new') return { stage, openedDay: lastDay, reviews, lapses, suspended, flagged, failedDay }
    const dueDay = table[integer + 1] ?? 0
    const stability = this.#floats[float] ?? 0
    const difficulty = this.#floats[float + 1] ?? 0
    if (stage === 'review') return { stage, stability, difficulty, lastDay, dueDay, reviews, lapses, suspended, flagged, failedDay }
    return { stage, step: marks >> stepShift, lastMs: this.#floats[float + 2] ?? 0, dueMs: this.#floats[float + 3] ?? 0, stability, difficulty, lastDay, dueDay, reviews, lapses, suspended, flagged, failedDay }
  }

  put(row: number, state: MemoryState | undefined): void {
    this.#makeRoom(row + 1)
    const float = row * floats
    const integer = row * integers + 2 * 4
    const table = this.#integers
    const wasUnseen = this.#stageAt(row) === 'unseen'
    if (state === undefined) {
      table[integer + 5] = 0
      if (!wasUnseen) this.#size -= 1
      return
    }
    if (wasUnseen) this.#size += 1
    table[integer + 2] = state.reviews
    table[integer + 3] = state.lapses
    table[integer + 4] = state.failedDay
    const marks = stageNumbers[state.stage] | (state.suspended ? suspendedMark : 0) | (state.flagged ? flaggedMark : 0)
    table[integer + 5] = marks
    if (state.stage === 'new') {
      table[integer] = state.openedDay
      return
    }
    table[integer] = state.lastDay
    table[integer + 1] = state.dueDay
    this.#floats[float] = state.stability
    this.#floats[float + 1] = state.difficulty
    if (state.stage === 'review') return
    this.#floats[float + 2] = state.lastMs
    this.#floats[float + 3] = state.dueMs
    table[integer + 5] = marks | (state.step << stepShift)
  }

  * values(): Generator<MemoryState> {
    for (let row = 0; row < this.rowCount; row += 1) {
      const state = this.at(row)
      if (state !== undefined) yield state
    }
  }

  * [Symbol.iterator](): Generator<[QuestionId, MemoryState]> {
    for (let row = 0; row < this.rowCount; row += 1) {
      const state = this.at(row)
      if (state !== undefined) yield [this.names.nameAt(row), state]
    }
  }

  #stageAt(row: number): (typeof stages)[number] {
    return stages[(this.#integers[row * integers + 2 * 4 + 5] ?? 0) & 7] ?? 'unseen'
  }

  #makeRoom(rows: number): void {
    if (rows * floats <= this.#floats.length) return
    const wider = new Float64Array(Math.max(2 * this.#floats.length, rows * floats))
    wider.set(this.#floats)
    this.#floats = wider
    this.#integers = new Int32Array(wider.buffer)
  }
}
