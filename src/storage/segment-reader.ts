/** Reads packed segments: entry by entry for a replay, which needs neither answers nor seeds, or whole. */
import { inflateSync } from 'fflate'
import type { QuestionId } from '../content/ids.ts'
import { hashSeed } from '../content/variant-seed.ts'
import { hashText } from '../memory/chance.ts'
import { confidences, ratings, verdicts, type AnswerEvent, type EventId, type EventStamp, type JsonValue, type ReviewEvent } from '../memory/event.ts'
import { readWeights, type Weights } from '../memory/fsrs-model.ts'
import { NameTable } from '../memory/name-table.ts'
import type { LogPart, LogReader } from '../memory/replay.ts'
import { ByteReader, CorruptBytes, unseal } from './bytes.ts'
import { calendarDay, columnNames, eventTypes, segmentVersion, type ColumnName } from './segment-layout.ts'

const longestInflated = 64 * 1024 * 1024
const lineEnd = 0x0a
const colon = 0x3a

/** What a replay leaves packed. */
interface Details {
  /** The answers of each question, in order. */
  readonly answers: readonly (readonly JsonValue[])[]
  usualSeed(questionId: QuestionId, rev: number, reviewsBefore: number): number
}

/** A segment ready to be read, as often as wanted. */
export class PackedSegment implements LogPart {
  readonly count: number
  readonly #columns: Uint8Array
  /** Where the answers are: in version 1 among the names, else packed by themselves. */
  readonly #answers: { readonly among: Uint8Array } | { readonly packed: ByteReader }
  readonly #names: NameTable<QuestionId>
  readonly #devices: readonly string[]
  readonly #targets: readonly EventId[]
  /** The number of each of the segment's questions among the names. */
  readonly #questions: Uint32Array
  readonly #sets: readonly Weights[]

  /**
   * @param names those of the whole log; the segment's are added
   * @throws CorruptBytes when the bytes are not a whole segment of a known version
   */
  constructor(sealed: Uint8Array, names: NameTable<QuestionId>) {
    const body = new ByteReader(unseal(sealed))
    const version = body.byte()
    if (version !== 1 && version !== segmentVersion) throw new CorruptBytes(`a segment of version ${version}`)
    this.count = body.count()
    this.#columns = inflatePart(body)
    const text = inflatePart(body)
    this.#answers = version === 1 ? { among: text } : { packed: body }
    this.#names = names
    const lines = new LineReader(text)
    const [deviceCount = 0, targetCount = 0, questionCount = 0, setCount = 0] = lines.next().split(' ').map(Number)
    this.#devices = Array.from({ length: deviceCount }, () => lines.next())
    this.#targets = Array.from({ length: targetCount }, () => readEventId(lines.next()))
    if (questionCount > text.length) throw new CorruptBytes('more questions than names')
    this.#questions = new Uint32Array(questionCount)
    for (let index = 0; index < questionCount; index += 1) {
      if (version === 1) lines.skipToColon()
      this.#questions[index] = lines.nextNumber(names)
    }
    this.#sets = Array.from({ length: setCount }, () => found(readWeights(readJson(lines.next()))))
  }

  get hasLaterWords(): boolean {
    return this.#targets.length > 0
  }

  /** Without answers (they read as null) and seeds (0). */
  read(): LogReader {
    return this.#read(undefined)
  }

  readWhole(): ReviewEvent[] {
    const reader = this.#read('among' in this.#answers ? { answers: oldAnswers(this.#answers.among), usualSeed: oldSeed } : { answers: readAnswers(inflatePart(this.#answers.packed)), usualSeed: hashSeed })
    const events: ReviewEvent[] = []
    for (; reader.event !== undefined; reader.advance()) events.push(reader.event)
    return events
  }

  #read(details: Details | undefined): SegmentReader {
    return new SegmentReader({ count: this.count, columns: this.#columns, devices: this.#devices, targets: this.#targets, questions: this.#questions, sets: this.#sets, names: this.#names, ...(details === undefined ? {} : { details }) })
  }
}

interface SegmentParts {
  readonly count: number
  readonly columns: Uint8Array
  readonly devices: readonly string[]
  readonly targets: readonly EventId[]
  readonly questions: Uint32Array
  readonly sets: readonly Weights[]
  readonly names: NameTable<QuestionId>
  readonly details?: Details
}
type MutableAnswer = { -readonly [Key in keyof AnswerEvent]: AnswerEvent[Key] }

class SegmentReader implements LogReader {
  event: ReviewEvent | undefined
  question = -1
  readonly #parts: SegmentParts
  readonly #column: Record<ColumnName, ByteReader>
  readonly #lastSequences: number[]
  /** How many answers of each question were read. */
  readonly #answersRead: Uint32Array
  #left: number
  #target = 0
  #set = 0
  #order = 0
  #offsetMinutes = 0

  constructor(parts: SegmentParts) {
    const columns = new ByteReader(parts.columns)
    this.#parts = parts
    // Every name is in columnNames, so the record is complete.
    this.#column = Object.fromEntries(columnNames.map((name) => [name, new ByteReader(columns.block())])) as Record<ColumnName, ByteReader>
    this.#lastSequences = parts.devices.map(() => 0)
    this.#answersRead = new Uint32Array(parts.details === undefined ? 0 : parts.questions.length)
    this.#left = parts.count
    this.advance()
  }

  advance(): void {
    this.question = -1
    this.event = this.#left > 0 ? this.#readEvent() : undefined
    this.#left -= 1
  }

  #readEvent(): ReviewEvent {
    const column = this.#column
    const { devices } = this.#parts
    const type = found(eventTypes[column.type.byte()])
    const deviceNumber = column.device.count()
    const device = found(devices[deviceNumber])
    const sequence = (this.#lastSequences[deviceNumber] ?? 0) + 1 + column.sequence.signed()
    this.#lastSequences[deviceNumber] = sequence
    this.#order += column.order.signed()
    const order = this.#order
    const utcMs = order - column.utc.signed()
    this.#offsetMinutes += column.offset.signed()
    const offsetMinutes = this.#offsetMinutes
    const day = calendarDay(utcMs, offsetMinutes) + column.day.signed()
    switch (type) {
      case 'undo':
      case 'redo': return { type, device, sequence, order, utcMs, offsetMinutes, day, target: this.#nextTarget() }
      case 'repair-clock': return { type, device, sequence, order, utcMs, offsetMinutes, day }
      case 'set-parameters': return { type, device, sequence, order, utcMs, offsetMinutes, day, weights: this.#nextSet() }
      // Written out field by field: spreading a million stamps takes twice as long.
      case 'answer': return this.#readAnswer({ device, sequence, order, utcMs, offsetMinutes, day })
      case 'rate': {
        const questionId = this.#nextQuestion()
        const rating = found(ratings[column.grade.byte()])
        return { type, device, sequence, order, utcMs, offsetMinutes, day, questionId, target: this.#nextTarget(), rating, dueDay: day + column.due.signed(), stepMinutes: column.step.count(), parameters: column.parameters.count() }
      }
      case 'set-due': return { type, device, sequence, order, utcMs, offsetMinutes, day, questionId: this.#nextQuestion(), dueDay: day + column.due.signed() }
      default: return { type, device, sequence, order, utcMs, offsetMinutes, day, questionId: this.#nextQuestion() }
    }
  }

  #readAnswer({ device, sequence, order, utcMs, offsetMinutes, day }: EventStamp): AnswerEvent {
    const column = this.#column
    const { details } = this.#parts
    const place = this.#nextPlace()
    const questionId = this.#parts.names.nameAt(this.question)
    const rev = column.rev.count()
    const grade = column.grade.byte()
    const givenSeed = (grade & 0x80) === 0 ? undefined : column.seed.signed()
    const thinking = column.thinking.count()
    const reviewsBefore = column.reviews.count()
    const dueDay = day + column.due.signed()
    const step = column.step.count()
    const event: MutableAnswer = {
      type: 'answer', device, sequence, order, utcMs, offsetMinutes, day, questionId, rev,
      seed: givenSeed ?? (details === undefined ? 0 : details.usualSeed(questionId, rev, reviewsBefore)),
      answer: details === undefined ? null : this.#nextAnswer(details, place),
      verdict: found(verdicts[(grade >> 2) & 3]),
      rating: found(ratings[grade & 3]),
      thinkingMs: thinking % 2 === 0 ? (thinking / 2) * 100 : (thinking - 1) / 2,
      reviewsBefore, dueDay,
      stepMinutes: Math.floor(step / 8),
      parameters: column.parameters.count(),
      practice: (grade & 0x40) !== 0,
    }
    const confidence = confidences[((grade >> 4) & 3) - 1]
    const overruledTo = verdicts[(step % 8) - 1]
    if (confidence !== undefined) event.confidence = confidence
    if (overruledTo !== undefined) event.overruledTo = overruledTo
    return event
  }

  /** Which of the segment's questions comes next. */
  #nextPlace(): number {
    const place = this.#column.questionLow.byte() | (this.#column.questionHigh.count() << 8)
    this.question = found(this.#parts.questions[place])
    return place
  }

  #nextQuestion(): QuestionId {
    this.#nextPlace()
    return this.#parts.names.nameAt(this.question)
  }

  #nextAnswer({ answers }: Details, place: number): JsonValue {
    const index = this.#answersRead[place] ?? 0
    this.#answersRead[place] = index + 1
    return found(answers[place]?.[index])
  }

  #nextSet(): Weights {
    this.#set += 1
    return found(this.#parts.sets[this.#set - 1])
  }

  #nextTarget(): EventId {
    this.#target += 1
    return found(this.#parts.targets[this.#target - 1])
  }
}

/** @throws CorruptBytes when the bytes are not a whole segment of a known version */
export function unpackSegment(sealed: Uint8Array, names = new NameTable<QuestionId>()): ReviewEvent[] {
  return new PackedSegment(sealed, names).readWhole()
}

class LineReader {
  readonly #bytes: Uint8Array
  readonly #decoder = new TextDecoder()
  #position = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  next(): string {
    const start = this.#position
    return this.#decoder.decode(this.#bytes.subarray(start, this.#endOfLine()))
  }

  /** The number of the name that is the next line. */
  nextNumber(names: NameTable<QuestionId>): number {
    const start = this.#position
    return names.numberOfBytes(this.#bytes, start, this.#endOfLine())
  }

  /** Behind the next colon that begins a line: in version 1 answers stand between the names, and no JSON text begins so. */
  skipToColon(): void {
    while (this.#bytes[this.#position] !== colon) this.#endOfLine()
    this.#position += 1
  }

  /** Goes on to the next line; the last one may end without a line end. */
  #endOfLine(): number {
    if (this.#position > this.#bytes.length) throw new CorruptBytes('the text ends too early')
    const end = this.#bytes.indexOf(lineEnd, this.#position)
    this.#position = (end < 0 ? this.#bytes.length : end) + 1
    return this.#position - 1
  }
}

function readAnswers(text: Uint8Array): JsonValue[][] {
  return new TextDecoder().decode(text).split('\n\n').map((given) => (given === '' ? [] : given.split('\n').map(readJson)))
}

/** In version 1 the answers follow the name of their question. */
function oldAnswers(text: Uint8Array): JsonValue[][] {
  return new TextDecoder().decode(text).split('\n:').slice(1).map((block) => block.split('\n').slice(1).map(readJson))
}

/** Version 1 left out another seed than the one that the questions draw by. */
function oldSeed(questionId: QuestionId, _rev: number, reviewsBefore: number): number {
  return hashText(`${questionId}/${reviewsBefore}`)
}

function readJson(line: string): JsonValue {
  try {
    // JSON.parse gives nothing but JSON values.
    return JSON.parse(line) as JsonValue
  } catch {
    throw new CorruptBytes('an answer is not JSON')
  }
}

function readEventId(text: string): EventId {
  const hyphen = text.lastIndexOf('-')
  const sequence = Number(text.slice(hyphen + 1))
  if (hyphen < 1 || !Number.isSafeInteger(sequence)) throw new CorruptBytes('an entry names no other')
  return `${text.slice(0, hyphen)}-${sequence}`
}

function inflatePart(body: ByteReader): Uint8Array {
  const length = body.count()
  if (length > longestInflated) throw new CorruptBytes('a part is far too long')
  try {
    const part = inflateSync(body.block(), { out: new Uint8Array(length) })
    if (part.length === length) return part
  } catch (error) {
    throw new CorruptBytes('a part cannot be inflated', { cause: error })
  }
  throw new CorruptBytes('a part is not as long as it says')
}

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new CorruptBytes('an entry refers to something that is not there')
  return value
}
