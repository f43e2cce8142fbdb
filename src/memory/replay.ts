/**
 * From the log to the memory. `replay` takes entries in any order of arrival; `applyEvent` adds one more and gives
 * the same result at once. An action that was undone counts as if it had never been made, wherever it stands.
 */
import { elapsedDays } from './day-clock.ts'
import { compareEvents, type ActionEvent, type AnswerEvent, type EventId, type EventPlace, type RedoEvent, type RepairClockEvent, type ReviewEvent, type UndoEvent } from './event.ts'
import { nextRecall } from './fsrs-model.ts'
import { countAnswer, emptyMemory, isTarget, journalLimit, putState, stateOf, type Memory } from './memory.ts'
import { unseenState, type MemoryState, type ReviewState } from './memory-state.ts'

/** Folds a whole log. Entries may come in any order and more than once. */
export function replay(events: readonly ReviewEvent[]): Memory {
  const log = inOrder(events)
  const undoings = findUndoings(log)
  const memory = emptyMemory()
  const journalStart = log.length - journalLimit
  for (const [index, event] of log.entries()) {
    switch (event.type) {
      case 'undo':
      case 'redo':
        break
      case 'repair-clock':
        repairClock(memory, event)
        break
      default:
        if (!undoings.isUndone(event)) perform(memory, event, index >= journalStart)
    }
  }
  memory.redoable.push(...undoings.redoable)
  memory.eventCount = log.length
  const newest = log.at(-1)
  if (newest !== undefined) memory.newest = placeOf(newest)
  return memory
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
      return 'applied'
    default:
      // Asked first, for to empty an empty array is a slow call that every answer would pay for.
      if (memory.redoable.length > 0) memory.redoable.length = 0
      perform(memory, event, true)
      return 'applied'
  }
}

/** What one action makes of one question. */
export function nextState(state: MemoryState, event: ActionEvent): MemoryState {
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

function perform(memory: Memory, event: ActionEvent, inJournal: boolean): void {
  const before = stateOf(memory, event.questionId)
  if (event.type === 'answer') countAnswer(memory, event, before, 1)
  const after = nextState(before, event)
  if (after !== before) putState(memory, event.questionId, after, before)
  if (!inJournal) return
  memory.journal.push({ event, before })
  if (memory.journal.length > 2 * journalLimit) memory.journal.splice(0, journalLimit)
}

function undo(memory: Memory, { target }: UndoEvent): Application {
  if (memory.redoable.some((event) => isTarget(event, target))) return 'applied'
  const index = memory.journal.findLastIndex(({ event }) => isTarget(event, target))
  const entry = memory.journal[index]
  if (entry === undefined || entry.event.order < memory.lastRepairOrder) return 'needs-replay'
  const { event, before } = entry
  if (memory.journal.findLastIndex((later) => later.event.questionId === event.questionId) !== index) return 'needs-replay'
  if (event.type === 'answer') countAnswer(memory, event, before, -1)
  putState(memory, event.questionId, before)
  memory.journal.splice(index, 1)
  memory.redoable.push(event)
  return 'applied'
}

function redo(memory: Memory, { target }: RedoEvent): Application {
  const index = memory.redoable.findLastIndex((event) => isTarget(event, target))
  const event = memory.redoable[index]
  if (event === undefined || event.order < memory.lastRepairOrder) return 'needs-replay'
  const newestOfQuestion = memory.journal.findLast((entry) => entry.event.questionId === event.questionId)
  if (newestOfQuestion !== undefined && newestOfQuestion.event.order > event.order) return 'needs-replay'
  memory.redoable.splice(index, 1)
  perform(memory, event, true)
  return 'applied'
}

function repairClock(memory: Memory, { day, utcMs, order }: RepairClockEvent): void {
  memory.lastRepairOrder = order
  for (const [questionId, state] of memory.states) {
    if (state.stage === 'new' || state.lastDay <= day) continue
    const dueDay = Math.min(state.dueDay, day + Math.max(0, state.dueDay - state.lastDay))
    putState(memory, questionId, state.stage === 'review' ? { ...state, lastDay: day, dueDay } : { ...state, lastDay: day, dueDay, lastMs: utcMs, dueMs: utcMs })
  }
}

interface Undoings {
  isUndone(event: ActionEvent): boolean
  readonly redoable: readonly ActionEvent[]
}

/** Which actions are undone in the end. Undo and redo act on what stands before them, in the order of the log. */
function findUndoings(log: readonly ReviewEvent[]): Undoings {
  const targets = new Set<EventId>()
  const targetDevices = new Set<string>()
  for (const event of log) {
    if (event.type !== 'undo' && event.type !== 'redo') continue
    targets.add(event.target)
    targetDevices.add(event.target.slice(0, event.target.lastIndexOf('-')))
  }
  if (targets.size === 0) return { isUndone: () => false, redoable: [] }

  const known = new Map<EventId, ActionEvent>()
  const undone = new Set<ActionEvent>()
  let redoable: ActionEvent[] = []
  for (const event of log) {
    switch (event.type) {
      case 'repair-clock':
        break
      case 'undo': {
        const target = known.get(event.target)
        if (target !== undefined && !undone.has(target)) {
          undone.add(target)
          redoable.push(target)
        }
        break
      }
      case 'redo': {
        const target = known.get(event.target)
        if (target !== undefined) {
          undone.delete(target)
          redoable = redoable.filter((event) => event !== target)
        }
        break
      }
      default:
        if (redoable.length > 0) redoable.length = 0
        if (targetDevices.has(event.device)) {
          const id: EventId = `${event.device}-${event.sequence}`
          if (targets.has(id)) known.set(id, event)
        }
    }
  }
  return { isUndone: (event) => undone.has(event), redoable }
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

function placeOf({ order, device, sequence }: ReviewEvent): EventPlace {
  return { order, device, sequence }
}
