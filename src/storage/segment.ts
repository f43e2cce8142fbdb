/**
 * Many log entries as few bytes. Alike fields stand together in columns of small numbers (differences to the entry
 * before), names and answers together in one text sorted by question, and both are deflated. A segment holds all it
 * needs to be read, so that it can be copied, compared and lost on its own.
 */
import { deflateSync, inflateSync } from 'fflate'
import type { QuestionId } from '../content/ids.ts'
import { variantSeed } from '../memory/chance.ts'
import { confidences, eventId, ratings, verdicts, type ActionEvent, type AnswerEvent, type EventId, type EventStamp, type JsonValue, type ReviewEvent } from '../memory/event.ts'
import { ByteReader, ByteWriter, checksum, CorruptBytes, seal, unseal } from './bytes.ts'
import type { SegmentRow } from './log-store.ts'

export const eventsPerSegment = 1_000
const segmentVersion = 1
const longestInflated = 64 * 1024 * 1024
const dayMs = 86_400_000
/** Begins a question's name. A JSON text never begins with a colon, so no answer is taken for a name. */
const questionMark = '\n:'

/** The order is part of the format: add new kinds at the end. */
const eventTypes = ['answer', 'suspend', 'unsuspend', 'reset', 'flag', 'unflag', 'introduce', 'set-due', 'undo', 'redo', 'repair-clock'] as const satisfies readonly ReviewEvent['type'][]
const columnNames = ['type', 'device', 'sequence', 'order', 'utc', 'offset', 'day', 'questionLow', 'questionHigh', 'rev', 'grade', 'seed', 'thinking', 'reviews', 'due', 'step', 'parameters'] as const
type ColumnName = (typeof columnNames)[number]

/** Packs entries in the order given. */
export function packSegment(events: readonly ReviewEvent[]): SegmentRow {
  const first = events[0]
  if (first === undefined) throw new Error('a segment holds at least one entry')
  const bytes = seal(packBody(events))
  return {
    key: `${eventId(first)}+${events.length}.${checksum(bytes).toString(16)}`,
    count: events.length,
    lastOrder: events.reduce((last, { order }) => Math.max(last, order), 0),
    bytes,
  }
}

function packBody(events: readonly ReviewEvent[]): Uint8Array {
  const devices = [...new Set(events.map(({ device }) => device))]
  const questions = [...new Set(events.flatMap((event) => ('questionId' in event ? [event.questionId] : [])))].sort()
  const deviceNumbers = new Map(devices.map((device, index) => [device, index]))
  const questionNumbers = new Map(questions.map((question, index) => [question, index]))
  const column = newColumns()
  const lastSequences = new Map<string, number>()
  let previous = { order: 0, offsetMinutes: 0 }

  for (const event of events) {
    column.type.byte(eventTypes.indexOf(event.type))
    column.device.count(deviceNumbers.get(event.device) ?? 0)
    column.sequence.signed(event.sequence - (lastSequences.get(event.device) ?? 0) - 1)
    column.order.signed(event.order - previous.order)
    column.utc.signed(event.order - event.utcMs)
    column.offset.signed(event.offsetMinutes - previous.offsetMinutes)
    column.day.signed(event.day - calendarDay(event.utcMs, event.offsetMinutes))
    lastSequences.set(event.device, event.sequence)
    previous = event
    if ('questionId' in event) {
      const number = questionNumbers.get(event.questionId) ?? 0
      column.questionLow.byte(number & 0xff)
      column.questionHigh.count(number >>> 8)
    }
    if (event.type === 'set-due') column.due.signed(event.dueDay - event.day)
    if (event.type === 'answer') packAnswer(column, event)
  }

  const numbers = new ByteWriter()
  for (const name of columnNames) numbers.block(column[name].finish())
  const text = new TextEncoder().encode(packText(events, devices, questions))
  const body = new ByteWriter()
  body.byte(segmentVersion)
  body.count(events.length)
  for (const part of [numbers.finish(), text]) {
    body.count(part.length)
    body.block(deflateSync(part, { level: 9 }))
  }
  return body.finish()
}

function packAnswer(column: Record<ColumnName, ByteWriter>, event: AnswerEvent): void {
  const seedIsUsual = event.seed === variantSeed(event.questionId, event.reviewsBefore)
  column.rev.count(event.rev)
  column.grade.byte(ratings.indexOf(event.rating) | (verdicts.indexOf(event.verdict) << 2) | ((event.confidence === undefined ? 0 : confidences.indexOf(event.confidence) + 1) << 4) | (event.practice ? 0x40 : 0) | (seedIsUsual ? 0 : 0x80))
  if (!seedIsUsual) column.seed.signed(event.seed)
  column.thinking.count(event.thinkingMs % 100 === 0 ? (event.thinkingMs / 100) * 2 : event.thinkingMs * 2 + 1)
  column.reviews.count(event.reviewsBefore)
  column.due.signed(event.dueDay - event.day)
  column.step.count(event.stepMinutes * 8 + (event.overruledTo === undefined ? 0 : verdicts.indexOf(event.overruledTo) + 1))
  column.parameters.count(event.parameters)
}

/** Lines: the devices, the targets of undo and redo, then each question's name after a colon, followed by its answers. JSON holds no line break. */
function packText(events: readonly ReviewEvent[], devices: readonly string[], questions: readonly QuestionId[]): string {
  const answers = new Map<QuestionId, string[]>(questions.map((question) => [question, []]))
  const targets: string[] = []
  for (const event of events) {
    if (event.type === 'answer') answers.get(event.questionId)?.push(JSON.stringify(event.answer))
    if (event.type === 'undo' || event.type === 'redo') targets.push(event.target)
  }
  return [
    `${devices.length} ${targets.length} ${questions.length}`, ...devices, ...targets,
    ...[...answers].flatMap(([question, given]) => [`:${question}`, ...given]),
  ].join('\n')
}

export interface UnpackOptions {
  /** False to leave out answers (they read as null) and seeds (0): a replay needs neither. */
  readonly details: boolean
}

/** @throws CorruptBytes when the bytes are not a whole segment of a known version */
export function unpackSegment(sealed: Uint8Array, options: UnpackOptions = { details: true }): ReviewEvent[] {
  const body = new ByteReader(unseal(sealed))
  const version = body.byte()
  if (version !== segmentVersion) throw new CorruptBytes(`a segment of version ${version}`)
  const count = body.count()
  const numbers = new ByteReader(inflatePart(body))
  const text = unpackText(new TextDecoder().decode(inflatePart(body)), options)
  const column = readColumns(numbers)
  const lastSequences = new Map<string, number>()
  const events: ReviewEvent[] = []
  let order = 0
  let offsetMinutes = 0
  let target = 0

  for (let index = 0; index < count; index += 1) {
    const type = eventTypes[column.type.byte()]
    const device = found(text.devices[column.device.count()])
    const sequence = (lastSequences.get(device) ?? 0) + 1 + column.sequence.signed()
    lastSequences.set(device, sequence)
    order += column.order.signed()
    const utcMs = order - column.utc.signed()
    offsetMinutes += column.offset.signed()
    const day = calendarDay(utcMs, offsetMinutes) + column.day.signed()
    const stamp: EventStamp = { device, sequence, order, utcMs, offsetMinutes, day }
    switch (type) {
      case undefined:
        throw new CorruptBytes('an entry of an unknown kind')
      case 'undo':
      case 'redo':
        events.push({ ...stamp, type, target: found(text.targets[target]) })
        target += 1
        break
      case 'repair-clock':
        events.push({ ...stamp, type })
        break
      default: {
        const question = found(text.questions[column.questionLow.byte() | (column.questionHigh.count() << 8)])
        events.push(unpackAction(stamp, type, question, column, options))
      }
    }
  }
  return events
}

interface QuestionText {
  readonly id: QuestionId
  readonly answers: JsonValue[]
  next: number
}

function unpackAction({ device, sequence, order, utcMs, offsetMinutes, day }: EventStamp, type: ActionEvent['type'], question: QuestionText, column: Record<ColumnName, ByteReader>, options: UnpackOptions): ActionEvent {
  // Written out field by field: spreading a million stamps takes twice as long.
  if (type === 'set-due') return { type, device, sequence, order, utcMs, offsetMinutes, day, questionId: question.id, dueDay: day + column.due.signed() }
  if (type !== 'answer') return { type, device, sequence, order, utcMs, offsetMinutes, day, questionId: question.id }
  const rev = column.rev.count()
  const grade = column.grade.byte()
  const givenSeed = (grade & 0x80) === 0 ? undefined : column.seed.signed()
  const thinking = column.thinking.count()
  const reviewsBefore = column.reviews.count()
  const dueDay = day + column.due.signed()
  const step = column.step.count()
  const confidence = confidences[((grade >> 4) & 3) - 1]
  const overruledTo = verdicts[(step % 8) - 1]
  const answer = question.answers[question.next] ?? null
  question.next += 1
  const event: MutableAnswer = {
    type, device, sequence, order, utcMs, offsetMinutes, day, questionId: question.id, rev,
    seed: givenSeed ?? (options.details ? variantSeed(question.id, reviewsBefore) : 0),
    answer,
    verdict: found(verdicts[(grade >> 2) & 3]),
    rating: found(ratings[grade & 3]),
    thinkingMs: thinking % 2 === 0 ? (thinking / 2) * 100 : (thinking - 1) / 2,
    reviewsBefore, dueDay,
    stepMinutes: Math.floor(step / 8),
    parameters: column.parameters.count(),
    practice: (grade & 0x40) !== 0,
  }
  if (confidence !== undefined) event.confidence = confidence
  if (overruledTo !== undefined) event.overruledTo = overruledTo
  return event
}
type MutableAnswer = { -readonly [Key in keyof AnswerEvent]: AnswerEvent[Key] }

function unpackText(text: string, options: UnpackOptions): { devices: string[]; targets: EventId[]; questions: QuestionText[] } {
  const firstQuestion = text.indexOf(questionMark)
  const lines = (firstQuestion < 0 ? text : text.slice(0, firstQuestion)).split('\n')
  const [deviceCount = 0, targetCount = 0] = found(lines[0]).split(' ').map(Number)
  const devices = lines.slice(1, 1 + deviceCount)
  const targets = lines.slice(1 + deviceCount, 1 + deviceCount + targetCount).map(readEventId)
  const questions: QuestionText[] = []
  for (let start = firstQuestion; start >= 0;) {
    const next = text.indexOf(questionMark, start + questionMark.length)
    const block = text.slice(start + questionMark.length, next < 0 ? undefined : next)
    // A replay reads no answers: to cut them into lines all the same would be a tenth of its time.
    const nameEnd = block.indexOf('\n')
    const answers = options.details && nameEnd >= 0 ? block.slice(nameEnd + 1).split('\n').map(readJson) : []
    questions.push({ id: readQuestionId(nameEnd < 0 ? block : block.slice(0, nameEnd)), answers, next: 0 })
    start = next
  }
  return { devices, targets, questions }
}

export function readEventId(text: string): EventId {
  const hyphen = text.lastIndexOf('-')
  const sequence = Number(text.slice(hyphen + 1))
  if (hyphen < 1 || !Number.isSafeInteger(sequence)) throw new CorruptBytes('an entry names no other')
  return `${text.slice(0, hyphen)}-${sequence}`
}

function readQuestionId(text: string): QuestionId {
  // A regular expression and zod for each of a million names would be the slowest part of a replay; the checksum vouches for the bytes, and whoever wrote them had the type.
  return text as QuestionId
}

function readJson(line: string): JsonValue {
  try {
    // JSON.parse gives nothing but JSON values.
    return JSON.parse(line) as JsonValue
  } catch {
    throw new CorruptBytes('an answer is not JSON')
  }
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

function newColumns(): Record<ColumnName, ByteWriter> {
  // Every name is in columnNames, so the record is complete.
  return Object.fromEntries(columnNames.map((name) => [name, new ByteWriter()])) as Record<ColumnName, ByteWriter>
}

function readColumns(numbers: ByteReader): Record<ColumnName, ByteReader> {
  // As above.
  return Object.fromEntries(columnNames.map((name) => [name, new ByteReader(numbers.block())])) as Record<ColumnName, ByteReader>
}

function calendarDay(utcMs: number, offsetMinutes: number): number {
  return Math.floor((utcMs + offsetMinutes * 60_000) / dayMs)
}

function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new CorruptBytes('an entry refers to something that is not there')
  return value
}
