/**
 * Many log entries as few bytes. Three deflated parts: columns, where alike fields stand together as small numbers
 * (differences to the entry before); names; and the answers, sorted by question, which a replay leaves packed. A segment
 * holds all it needs to be read, so that it can be copied, compared and lost on its own.
 */
import { deflateSync } from 'fflate'
import type { QuestionId } from '../content/ids.ts'
import { hashSeed } from '../content/variant-seed.ts'
import { confidences, eventId, ratings, verdicts, type AnswerEvent, type RateEvent, type ReviewEvent } from '../memory/event.ts'
import { isLaterWord } from '../memory/in-force.ts'
import { ByteWriter, checksum, seal } from './bytes.ts'
import type { SegmentRow } from './log-store.ts'
import { calendarDay, columnNames, eventTypes, segmentVersion, type ColumnName } from './segment-layout.ts'

/** Packs entries in the order given. */
export function packSegment(events: readonly ReviewEvent[]): SegmentRow {
  const first = events[0]
  if (first === undefined) throw new Error('a segment holds at least one entry')
  const body = packBody(events)
  return {
    // Of the body: sealed bytes end with their own checksum, and over that a checksum is always the same.
    key: `${eventId(first)}+${events.length}.${checksum(body).toString(16)}`,
    count: events.length,
    lastOrder: events.reduce((last, { order }) => Math.max(last, order), 0),
    bytes: seal(body),
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
    if (event.type === 'rate') packRate(column, event)
    if (event.type === 'answer') packAnswer(column, event)
  }

  const numbers = new ByteWriter()
  for (const name of columnNames) numbers.block(column[name].finish())
  const body = new ByteWriter()
  body.byte(segmentVersion)
  body.count(events.length)
  const encoder = new TextEncoder()
  for (const part of [numbers.finish(), encoder.encode(packNames(events, devices, questions)), encoder.encode(packAnswers(events, questions))]) {
    body.count(part.length)
    body.block(deflateSync(part, { level: 9 }))
  }
  return body.finish()
}

function packAnswer(column: Record<ColumnName, ByteWriter>, event: AnswerEvent): void {
  const seedIsUsual = event.seed === hashSeed(event.questionId, event.rev, event.reviewsBefore)
  column.rev.count(event.rev)
  column.grade.byte(ratings.indexOf(event.rating) | (verdicts.indexOf(event.verdict) << 2) | ((event.confidence === undefined ? 0 : confidences.indexOf(event.confidence) + 1) << 4) | (event.practice ? 0x40 : 0) | (seedIsUsual ? 0 : 0x80))
  if (!seedIsUsual) column.seed.signed(event.seed)
  column.thinking.count(event.thinkingMs % 100 === 0 ? (event.thinkingMs / 100) * 2 : event.thinkingMs * 2 + 1)
  column.reviews.count(event.reviewsBefore)
  column.due.signed(event.dueDay - event.day)
  column.step.count(event.stepMinutes * 8 + (event.overruledTo === undefined ? 0 : verdicts.indexOf(event.overruledTo) + 1))
  column.parameters.count(event.parameters)
}

function packRate(column: Record<ColumnName, ByteWriter>, event: RateEvent): void {
  column.grade.byte(ratings.indexOf(event.rating))
  column.due.signed(event.dueDay - event.day)
  column.step.count(event.stepMinutes)
  column.parameters.count(event.parameters)
}

/** Lines: how many there are of each, the devices, the targets of undo, redo and rate, the questions, the weights of set-parameters as JSON. */
function packNames(events: readonly ReviewEvent[], devices: readonly string[], questions: readonly QuestionId[]): string {
  const targets = events.filter(isLaterWord).map(({ target }) => target)
  const sets = events.flatMap((event) => (event.type === 'set-parameters' ? [JSON.stringify(event.weights)] : []))
  return [`${devices.length} ${targets.length} ${questions.length}${sets.length === 0 ? '' : ` ${sets.length}`}`, ...devices, ...targets, ...questions, ...sets].join('\n')
}

/** Each question's answers as lines of JSON, which holds no line break; an empty line between questions. */
function packAnswers(events: readonly ReviewEvent[], questions: readonly QuestionId[]): string {
  const answers = new Map<QuestionId, string[]>(questions.map((question) => [question, []]))
  for (const event of events) if (event.type === 'answer') answers.get(event.questionId)?.push(JSON.stringify(event.answer))
  return [...answers.values()].map((given) => given.join('\n')).join('\n\n')
}

function newColumns(): Record<ColumnName, ByteWriter> {
  // Every name is in columnNames, so the record is complete.
  return Object.fromEntries(columnNames.map((name) => [name, new ByteWriter()])) as Record<ColumnName, ByteWriter>
}
