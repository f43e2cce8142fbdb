/** A session as it is kept on the device, so that it goes on exactly there after the tab was closed. */
import type { QuestionId } from '../../src/content/ids.ts'
import { confidences, type Confidence, type EventId, type JsonValue, type Rating, ratings } from '../../src/memory/event.ts'

/** One answer of this session, enough to show it again. */
export interface SessionAnswer {
  readonly id: QuestionId
  readonly seed: number
  readonly answer: JsonValue
  readonly confidence?: Confidence
  readonly verdict: 'right' | 'partly' | 'wrong' | 'ungraded'
  /** As it was shown, with the numbers of the variant in it; HTML. */
  readonly stem: string
  /** Where it stands in the log. */
  readonly event?: EventId
  /** Practice moves no dates and has none. */
  readonly rating?: Rating
}

export interface KeptSession {
  /** The query of the session's address. */
  readonly query: Readonly<Record<string, string>>
  /** All questions in order, those that return appended. */
  readonly order: readonly QuestionId[]
  readonly answered: readonly SessionAnswer[]
  readonly startedMs: number
  /** The learner's day on which it was begun: tomorrow another queue is due. */
  readonly day: number
  /** The order of the newest entry of the log when it was kept: what stands behind it, the session does not know. */
  readonly logOrder: number
  /** The answer on the screen; `checked` once it was submitted and waits for its rating. */
  readonly current?: { readonly seed: number; readonly answer: JsonValue; readonly checked: boolean; readonly overruled?: boolean; readonly confidence?: Confidence; readonly thinkingMs: number }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const readConfidence = (value: unknown) => confidences.find((one) => one === value)

/** Reads what was kept; undefined when it is not a session, so that a new one starts. Ids no longer in the library are dropped. */
export function readKeptSession(value: unknown, findId: (id: unknown) => QuestionId | undefined): KeptSession | undefined {
  if (!isRecord(value) || !isRecord(value['query']) || !Array.isArray(value['order']) || !Array.isArray(value['answered'])) return undefined
  const query = Object.fromEntries(Object.entries(value['query']).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])))
  const order = value['order'].map(findId)
  const answered = value['answered'].flatMap((raw: unknown): SessionAnswer[] => {
    if (!isRecord(raw)) return []
    const id = findId(raw['id'])
    const verdict = (['right', 'partly', 'wrong', 'ungraded'] as const).find((one) => one === raw['verdict'])
    return id && verdict && typeof raw['seed'] === 'number' ? [{ id, verdict, seed: raw['seed'], answer: jsonOf(raw['answer']), confidence: readConfidence(raw['confidence']), stem: String(raw['stem'] ?? ''), event: readEventId(raw['event']), rating: ratings.find((one) => one === raw['rating']) }] : []
  })
  // A question that left the library in the meantime would shift every later place: then the rest starts anew.
  const known = order.flatMap((id) => id ?? [])
  if (known.length !== order.length || answered.length !== value['answered'].length) return undefined
  const current = value['current']
  return {
    query, order: known, answered,
    day: typeof value['day'] === 'number' ? value['day'] : -1,
    startedMs: typeof value['startedMs'] === 'number' ? value['startedMs'] : 0,
    logOrder: typeof value['logOrder'] === 'number' ? value['logOrder'] : Number.POSITIVE_INFINITY,
    current: isRecord(current) && typeof current['seed'] === 'number'
      ? { seed: current['seed'], answer: jsonOf(current['answer']), checked: current['checked'] === true, ...(current['overruled'] === true && { overruled: true }), confidence: readConfidence(current['confidence']), thinkingMs: Number(current['thinkingMs']) || 0 }
      : undefined,
  }
}

function readEventId(value: unknown): EventId | undefined {
  // The pattern is that of an EventId.
  return typeof value === 'string' && /-\d+$/.test(value) ? value as EventId : undefined
}

/** A copy as plain JSON, which is what storage keeps. */
export function jsonOf(value: unknown): JsonValue {
  // JSON.parse of a JSON text gives a JSON value and nothing else.
  return value === undefined ? null : JSON.parse(JSON.stringify(value)) as JsonValue
}
