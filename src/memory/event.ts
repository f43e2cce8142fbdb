/**
 * The log's entries. Each is written once and never changed; what the learner takes back is taken back by a further
 * entry. Everything that the memory needs later stands in the entry itself, so that settings can change freely.
 */
import type { QuestionId } from '../content/ids.ts'

export const ratings = ['again', 'hard', 'good', 'easy'] as const
export type Rating = (typeof ratings)[number]

export const verdicts = ['right', 'partly', 'wrong', 'ungraded'] as const
export type Verdict = (typeof verdicts)[number]

export const confidences = ['guess', 'think-so', 'sure'] as const
export type Confidence = (typeof confidences)[number]

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/**
 * Who wrote an entry, and where it stands among all entries. `device` is drawn anew each time the log is opened, so
 * that two tabs never share a sequence. `order` is a hybrid logical clock: the UTC millisecond, or one more than the
 * highest order seen, whichever is greater; a clock that moves back therefore cannot put an entry before its causes.
 */
export interface EventStamp {
  readonly device: string
  /** 1, 2, 3 … within the device. */
  readonly sequence: number
  readonly order: number
  readonly utcMs: number
  /** Minutes east of UTC. */
  readonly offsetMinutes: number
  /** The learner's day number at that moment, see day-clock. */
  readonly day: number
}

/** What decides where an entry stands. */
export type EventPlace = Pick<EventStamp, 'order' | 'device' | 'sequence'>

/** `device-sequence`: names one entry for ever. */
export type EventId = `${string}-${number}`

export interface AnswerEvent extends EventStamp {
  readonly type: 'answer'
  readonly questionId: QuestionId
  readonly rev: number
  readonly seed: number
  readonly answer: JsonValue
  /** What grading said. */
  readonly verdict: Verdict
  /** What the learner held against it ("I was right"); grading's verdict is kept beside it. */
  readonly overruledTo?: Verdict
  readonly confidence?: Confidence
  readonly rating: Rating
  readonly thinkingMs: number
  /** How many scheduled reviews the learner's screen knew of; fewer than there are means another tab was faster. */
  readonly reviewsBefore: number
  /** The day chosen, fuzz and load balancing included. */
  readonly dueDay: number
  /** Minutes until the next learning step; 0 when the question is scheduled by days. */
  readonly stepMinutes: number
  /** Which FSRS parameters chose it, see fsrs-model. */
  readonly parameters: number
  /** True for cramming: kept and counted, but the schedule does not move. */
  readonly practice: boolean
}

interface QuestionEvent<Type extends string> extends EventStamp {
  readonly type: Type
  readonly questionId: QuestionId
}
export type SuspendEvent = QuestionEvent<'suspend'>
export type UnsuspendEvent = QuestionEvent<'unsuspend'>
export type ResetEvent = QuestionEvent<'reset'>
export type FlagEvent = QuestionEvent<'flag'>
export type UnflagEvent = QuestionEvent<'unflag'>
/** The question was opened by reading: its deck was finished or its claim's page read. */
export type IntroduceEvent = QuestionEvent<'introduce'>
export interface SetDueEvent extends QuestionEvent<'set-due'> { readonly dueDay: number }
/** Another rating for an earlier answer, with the due day that it would have had; the newest one counts, in the answer's place. */
export interface RateEvent extends QuestionEvent<'rate'>, Pick<AnswerEvent, 'rating' | 'dueDay' | 'stepMinutes' | 'parameters'> { readonly target: EventId }

export interface UndoEvent extends EventStamp { readonly type: 'undo'; readonly target: EventId }
export interface RedoEvent extends EventStamp { readonly type: 'redo'; readonly target: EventId }
/** Questions last seen after this entry's day (answered while the clock was ahead) count as seen on this entry's day. */
export interface RepairClockEvent extends EventStamp { readonly type: 'repair-clock' }
/** Answers from here on are scheduled by these FSRS parameters: those fitted to this log, or the published ones again. */
export interface SetParametersEvent extends EventStamp { readonly type: 'set-parameters'; readonly weights: readonly number[] }

/** An entry that acts on one question and can be undone. */
export type ActionEvent = AnswerEvent | RateEvent | SuspendEvent | UnsuspendEvent | ResetEvent | FlagEvent | UnflagEvent | IntroduceEvent | SetDueEvent
export type ReviewEvent = ActionEvent | UndoEvent | RedoEvent | RepairClockEvent | SetParametersEvent

type Unstamped<Event> = Event extends ReviewEvent ? Omit<Event, 'device' | 'sequence' | 'order'> : never
/** An entry before the repository has given it its place. */
export type EventDraft = Unstamped<ReviewEvent>

export function eventId(event: Pick<EventStamp, 'device' | 'sequence'>): EventId {
  return `${event.device}-${event.sequence}`
}

/** Negative when `first` stands before `second`; total, and the same on every device. */
export function compareEvents(first: EventPlace, second: EventPlace): number {
  if (first.order !== second.order) return first.order - second.order
  if (first.device !== second.device) return first.device < second.device ? -1 : 1
  return first.sequence - second.sequence
}

/** The order of the next entry, given the highest order known. */
export function nextOrder(lastOrder: number, utcMs: number): number {
  return Math.max(lastOrder + 1, utcMs)
}
