/**
 * From the log to the memory. `replay` takes entries in any order of arrival; `applyEvent` adds one more and gives
 * the same result at once. An action that was undone counts as if it had never been made, wherever it stands.
 */
import type { QuestionId } from '../content/ids.ts'
import { elapsedDays } from './day-clock.ts'
import { compareEvents, type ActionEvent, type AnswerEvent, type EventId, type EventPlace, type RateEvent, type RedoEvent, type RepairClockEvent, type ReviewEvent, type UndoEvent } from './event.ts'
import { nextRecall } from './fsrs-model.ts'
import { InForce, isLaterWord, withRating, type LaterWord, type StateEvent } from './in-force.ts'
import { countAnswer, emptyMemory, findAnswer, isTarget, journalLimit, putState, recountLoad, stateOf, takeUpParameters, type Memory } from './memory.ts'
import { unseenState, type MemoryState, type ReviewState } from './memory-state.ts'
import type { NameTable } from './name-table.ts'
import { StateTable } from './state-table.ts'

/** A part of a log, read entry by entry in order. */
export interface LogReader {
  /** The entry at which it stands; undefined at the end. */
  readonly event: ReviewEvent | undefined
  /** The number of its question; of no meaning when it has none. */
  readonly question: number
  advance(): void
}

/** A log in parts, which may overlap and hold the same entry twice. */
export interface LogPart {
  /** How many entries it holds at most. */
  readonly count: number
  /** Whether an entry in it is about an earlier one. */
  readonly hasLaterWords: boolean
  /** From the beginning. */
  read(): LogReader
}

/** Folds a whole log. Entries may come in any order and more than once. */
export function replay(events: readonly ReviewEvent[]): Memory {
  const states = new StateTable()
  return replayParts(states, [partOf(inOrder(events), states.names)])
}

/** Folds a whole log that need not stand in memory. @param states empty yet, but for the names by which the parts number their questions */
export function replayParts(states: StateTable, parts: readonly LogPart[]): Memory {
  const memory = emptyMemory(states)
  const words = findLaterWords(parts)
  const inForce = new InForce(words)
  // Neither an undo nor what it took back stands in the journal: it begins earlier by both.
  const journalStart = parts.reduce((sum, { count }) => sum + count, 0) - journalLimit - 2 * words.length
  const takenBack: { readonly event: ActionEvent; readonly undo: UndoEvent }[] = []
  let newestAction: EventPlace = memory.newest
  readInOrder(parts.map((part) => part.read()), (event, question) => {
    memory.eventCount += 1
    memory.newest = event
    if (event.type === 'undo' || event.type === 'redo') return
    if (event.type === 'repair-clock') {
      repairClock(memory, event)
      return
    }
    if (event.type === 'set-parameters') {
      takeUpParameters(memory, event.weights)
      return
    }
    newestAction = event
    const undo = inForce.undoOf(event)
    if (undo !== undefined) {
      takenBack.push({ event, undo })
      return
    }
    const before = states.at(question) ?? unseenState
    if (event.type !== 'rate') {
      const counted = event.type === 'answer' ? inForce.asRated(event) : event
      if (counted.type === 'answer') countAnswer(memory, counted, before, 1)
      const after = nextState(before, counted)
      if (after !== before) states.put(question, after)
    }
    if (memory.eventCount > journalStart) memory.journal.push({ event, before })
    else memory.hasOlderActions = true
  })
  if (memory.journal.length > journalLimit) forgetOldest(memory, memory.journal.length - journalLimit)
  // Each action forgets what could be redone until then.
  const redoable = takenBack.filter(({ undo }) => compareEvents(undo, newestAction) > 0).sort((first, second) => compareEvents(first.undo, second.undo))
  memory.redoable.push(...redoable.map(({ event }) => event))
  memory.newest = placeOf(memory.newest)
  recountLoad(memory)
  return memory
}

function findLaterWords(parts: readonly LogPart[]): LaterWord[] {
  const words: LaterWord[] = []
  readInOrder(parts.filter(({ hasLaterWords }) => hasLaterWords).map((part) => part.read()), (event) => {
    if (isLaterWord(event)) words.push(event)
  })
  return words
}

/** Visits the entries of all readers in the log's one order, each once. */
function readInOrder(readers: LogReader[], visit: (event: ReviewEvent, question: number) => void): void {
  const byPlace = (first: LogReader, second: LogReader): number => (first.event && second.event ? compareEvents(second.event, first.event) : 0)
  const waiting = readers.filter(({ event }) => event !== undefined).sort(byPlace)
  let previous: ReviewEvent | undefined
  for (let reader = waiting.at(-1); reader?.event !== undefined; reader = waiting.at(-1)) {
    if (previous === undefined || compareEvents(previous, reader.event) !== 0) visit(reader.event, reader.question)
    previous = reader.event
    reader.advance()
    if (reader.event === undefined) waiting.pop()
    // Where parts overlap, another may be next.
    for (let index = waiting.length - 1; index > 0; index -= 1) {
      const [above, below] = [waiting[index], waiting[index - 1]]
      if (above === undefined || below === undefined || byPlace(below, above) <= 0) break
      waiting[index] = below
      waiting[index - 1] = above
    }
  }
}

/** Entries in order as a part of a log. */
export function partOf(events: readonly ReviewEvent[], names: NameTable<QuestionId>): LogPart {
  return {
    count: events.length,
    hasLaterWords: events.some(isLaterWord),
    read() {
      let index = 0
      return {
        get event() { return events[index] },
        get question() {
          const event = events[index]
          return event !== undefined && 'questionId' in event ? names.numberOf(event.questionId) : -1
        },
        advance() { index += 1 },
      }
    },
  }
}

export type Application =
  /** Done; the memory is what a replay would give. */
  | 'applied'
  /** Known already; nothing changed. */
  | 'known'
  /** It reaches further back than the memory can: nothing changed, replay the log. */
  | 'needs-replay'

/** Adds one entry to the memory in place. */
export function applyEvent(memory: Memory, event: ReviewEvent): Application {
  const place = memory.newest.order === 0 ? 1 : compareEvents(event, memory.newest)
  if (place === 0) return 'known'
  if (place < 0) return 'needs-replay'
  const application = applyInPlace(memory, event)
  if (application === 'applied') {
    memory.eventCount += 1
    memory.newest = placeOf(event)
  }
  return application
}

function applyInPlace(memory: Memory, event: ReviewEvent): Application {
  switch (event.type) {
    case 'undo': return undo(memory, event)
    case 'redo': return redo(memory, event)
    case 'repair-clock':
      repairClock(memory, event)
      recountLoad(memory)
      return 'applied'
    case 'set-parameters':
      takeUpParameters(memory, event.weights)
      return 'applied'
    default: {
      const application = act(memory, event)
      // Asked first, for to empty an empty array is a slow call that every answer would pay for.
      if (application === 'applied' && memory.redoable.length > 0) memory.redoable.length = 0
      return application
    }
  }
}

/** What one action makes of one question. */
export function nextState(state: MemoryState, event: StateEvent): MemoryState {
  switch (event.type) {
    case 'answer': return event.practice ? state : answered(state, event)
    case 'suspend': return { ...state, suspended: true }
    case 'unsuspend': return { ...state, suspended: false }
    case 'flag': return { ...state, flagged: true }
    case 'unflag': return { ...state, flagged: false }
    case 'introduce': return state.stage === 'new' && state.openedDay < 0 ? { ...state, openedDay: event.day } : state
    case 'reset': return { ...unseenState, flagged: state.flagged, openedDay: event.day }
    case 'set-due': {
      if (state.stage === 'new') return state
      const { stability, difficulty, lastDay, reviews, lapses, suspended, flagged, failedDay } = state
      return { stage: 'review', stability, difficulty, lastDay, dueDay: event.dueDay, reviews, lapses, suspended, flagged, failedDay }
    }
  }
}

function answered(state: MemoryState, event: AnswerEvent): MemoryState {
  const elapsed = state.stage === 'new' ? 0 : elapsedDays(state.lastDay, event.day)
  const { stability, difficulty } = nextRecall(state, elapsed, event.rating, event.parameters)
  const again = event.rating === 'again'
  const after: ReviewState = {
    stage: 'review',
    stability,
    difficulty,
    // A day before the last one comes from a clock that moved back; the later day stands, so that no interval grows by it.
    lastDay: state.stage === 'new' ? event.day : Math.max(state.lastDay, event.day),
    dueDay: event.dueDay,
    reviews: state.reviews + 1,
    lapses: state.lapses + (again && state.stage === 'review' ? 1 : 0),
    suspended: state.suspended,
    flagged: state.flagged,
    failedDay: again ? event.day : state.failedDay,
  }
  if (event.stepMinutes === 0) return after
  const step = again || state.stage === 'review' ? 0 : (state.stage === 'new' ? 0 : state.step) + (event.rating === 'good' ? 1 : 0)
  const stage = state.stage === 'review' || state.stage === 'relearning' ? 'relearning' : 'learning'
  return { ...after, stage, step, lastMs: event.utcMs, dueMs: event.utcMs + event.stepMinutes * 60_000 }
}

/** Does an action at the end of the log. */
function act(memory: Memory, event: ActionEvent): Application {
  const before = stateOf(memory, event.questionId)
  if (event.type !== 'rate') perform(memory, event, before)
  else if (!rateAgain(memory, event.target, event)) return 'needs-replay'
  memory.journal.push({ event, before })
  if (memory.journal.length > 2 * journalLimit) forgetOldest(memory, journalLimit)
  return 'applied'
}

function forgetOldest(memory: Memory, count: number): void {
  memory.journal.splice(0, count)
  memory.hasOlderActions = true
}

function perform(memory: Memory, event: StateEvent, before: MemoryState): void {
  if (event.type === 'answer') countAnswer(memory, event, before, 1)
  const after = nextState(before, event)
  if (after !== before) putState(memory, event.questionId, after)
}

/** Gives an answer the rating of `rate`, or its own again. False, and nothing changed, when the journal does not hold the answer or other actions on its question follow it. */
function rateAgain(memory: Memory, target: EventId, rate: RateEvent | undefined): boolean {
  const entry = findAnswer(memory, target)
  if (entry === undefined || entry.event.order < memory.lastRepairOrder) return false
  const { event: answer, before } = entry
  let newest: RateEvent | undefined
  for (let index = memory.journal.length - 1; index >= 0; index -= 1) {
    const later = memory.journal[index]?.event
    if (later === answer) break
    if (later?.questionId !== answer.questionId) continue
    if (later.type !== 'rate' || later.target !== target) return false
    newest ??= later
  }
  const rated = withRating(answer, rate)
  countAnswer(memory, withRating(answer, newest), before, -1)
  countAnswer(memory, rated, before, 1)
  putState(memory, answer.questionId, nextState(before, rated))
  return true
}

function undo(memory: Memory, { target }: UndoEvent): Application {
  if (memory.redoable.some((event) => isTarget(event, target))) return 'applied'
  const index = memory.journal.findLastIndex(({ event }) => isTarget(event, target))
  const entry = memory.journal[index]
  if (entry === undefined || entry.event.order < memory.lastRepairOrder) return 'needs-replay'
  const { event, before } = entry
  if (memory.journal.findLastIndex((later) => later.event.questionId === event.questionId) !== index) return 'needs-replay'
  if (event.type === 'rate') {
    const earlier = memory.journal.findLast(({ event: other }) => other.type === 'rate' && other !== event && other.target === event.target)?.event
    if (!rateAgain(memory, event.target, earlier?.type === 'rate' ? earlier : undefined)) return 'needs-replay'
  } else {
    if (event.type === 'answer') countAnswer(memory, event, before, -1)
    putState(memory, event.questionId, before)
  }
  memory.journal.splice(index, 1)
  memory.redoable.push(event)
  return 'applied'
}

function redo(memory: Memory, { target }: RedoEvent): Application {
  const index = memory.redoable.findLastIndex((event) => isTarget(event, target))
  const event = memory.redoable[index]
  const [oldest] = memory.journal
  // A journal that begins later does not tell what followed on this question.
  if (event === undefined || oldest === undefined || oldest.event.order > event.order || event.order < memory.lastRepairOrder) return 'needs-replay'
  const newestOfQuestion = memory.journal.findLast((entry) => entry.event.questionId === event.questionId)
  if (newestOfQuestion !== undefined && newestOfQuestion.event.order > event.order) return 'needs-replay'
  const application = act(memory, event)
  if (application === 'applied') memory.redoable.splice(index, 1)
  return application
}

/** Leaves the load to be counted anew. */
function repairClock(memory: Memory, repair: RepairClockEvent): void {
  memory.lastRepairOrder = repair.order
  const { states } = memory
  for (let row = 0; row < states.rowCount; row += 1) {
    const state = states.at(row)
    if (state === undefined) continue
    const repaired = repairState(state, repair)
    if (repaired !== state) states.put(row, repaired)
  }
}

/** What a repair of the clock makes of one question: itself, if it was last seen by the day of the repair. */
export function repairState(state: MemoryState, { day, utcMs }: RepairClockEvent): MemoryState {
  if (state.stage === 'new' || state.lastDay <= day) return state
  const dueDay = Math.min(state.dueDay, day + Math.max(0, state.dueDay - state.lastDay))
  return state.stage === 'review' ? { ...state, lastDay: day, dueDay } : { ...state, lastDay: day, dueDay, lastMs: utcMs, dueMs: utcMs }
}

/** The log in its one order, each entry once; a log that is so already is not copied. */
export function inOrder(events: readonly ReviewEvent[]): readonly ReviewEvent[] {
  if (isInOrder(events)) return events
  const sorted = events.toSorted(compareEvents)
  return sorted.filter((event, index) => {
    const previous = sorted[index - 1]
    return previous === undefined || compareEvents(previous, event) !== 0
  })
}

function isInOrder(events: readonly ReviewEvent[]): boolean {
  let previous: ReviewEvent | undefined
  for (const event of events) {
    if (previous !== undefined && compareEvents(previous, event) >= 0) return false
    previous = event
  }
  return true
}

function placeOf({ order, device, sequence }: EventPlace): EventPlace {
  return { order, device, sequence }
}
