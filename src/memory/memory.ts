/**
 * All that is remembered: the fold of the log. One Memory lives long and is changed in place by `applyEvent` (see
 * replay.ts), because a copy of 100,000 states for each answer would be felt; the states in it are immutable.
 */
import type { QuestionId } from '../content/ids.ts'
import type { ActionEvent, AnswerEvent, EventId, EventPlace, Rating } from './event.ts'
import { parametersOf, publishedParameters, publishedWeights, type Weights } from './fsrs-model.ts'
import { unseenState, type MemoryState } from './memory-state.ts'
import { StateTable } from './state-table.ts'

/** What was done on one day; practice counts only as practice and time. */
export interface DayTally {
  readonly answers: number
  /** Questions answered for the first time. */
  readonly fresh: number
  /** Answers to questions that were scheduled by days. */
  readonly reviews: number
  /** Those of the reviews that were rated again. */
  readonly forgotten: number
  readonly practice: number
  readonly thinkingMs: number
}
type MutableTally = { -readonly [Key in keyof DayTally]: DayTally[Key] }
const emptyTally: DayTally = { answers: 0, fresh: 0, reviews: 0, forgotten: 0, practice: 0, thinkingMs: 0 }

/** An action in force, with what it replaced. */
export interface JournalEntry {
  readonly event: ActionEvent
  readonly before: MemoryState
}

/** An answer, with its question's state before it. */
export interface AnswerEntry {
  readonly event: AnswerEvent
  readonly before: MemoryState
}

export interface Memory {
  readonly states: StateTable
  readonly days: Map<number, DayTally>
  /** How many remembered, unsuspended questions are due on each day. */
  readonly load: Map<number, number>
  /** The newest actions in force, newest last. */
  readonly journal: JournalEntry[]
  /** Whether the log may hold actions in force that are older than the journal: a replay has them again once all of the journal is undone. */
  hasOlderActions: boolean
  /** Actions that can be redone, the next one last. */
  readonly redoable: ActionEvent[]
  /** How many entries were folded, and the place of the newest; `order` is 0 before the first. */
  eventCount: number
  newest: EventPlace
  /** The order of the newest repair-clock entry; 0 when there is none. */
  lastRepairOrder: number
  /** The number of the FSRS parameters that answers are scheduled by now, see fsrs-model. */
  parameters: number
  /** Every set that was ever taken up, by its number; the published one only if it was gone back to. */
  readonly parameterSets: Map<number, Weights>
}

/** As many actions can be undone without a replay. */
export const journalLimit = 2_000

export function emptyMemory(states = new StateTable()): Memory {
  return { states, days: new Map(), load: new Map(), journal: [], hasOlderActions: false, redoable: [], eventCount: 0, newest: { order: 0, device: '', sequence: 0 }, lastRepairOrder: 0, parameters: publishedParameters, parameterSets: new Map() }
}

/** The state of a question; unseen ones have one too. */
export function stateOf(memory: Memory, questionId: QuestionId): MemoryState {
  return memory.states.get(questionId) ?? unseenState
}

export function tallyOf(memory: Memory, day: number): DayTally {
  return memory.days.get(day) ?? emptyTally
}

/** How many questions are due on a day: what load balancing asks. */
export function dueLoad(memory: Memory, day: number): number {
  return memory.load.get(day) ?? 0
}

/**
 * The action that undo would take back: the newest in force, whichever tab or device made it, for the log is the
 * learner's and the devices in it are only names. Opening by reading is not among them.
 */
export function findUndoable(memory: Memory): ActionEvent | undefined {
  return memory.journal.findLast(({ event }) => event.type !== 'introduce')?.event
}

/** The action that redo would bring back. */
export function findRedoable(memory: Memory): ActionEvent | undefined {
  return memory.redoable.at(-1)
}

/** A recent answer in force, as the learner rated it first; undefined when the journal does not hold it. */
export function findAnswer(memory: Memory, id: EventId): AnswerEntry | undefined {
  const entry = memory.journal.findLast(({ event }) => isTarget(event, id))
  return entry?.event.type === 'answer' ? { event: entry.event, before: entry.before } : undefined
}

/** The rating that counts for a recent answer; undefined when the journal does not hold it. */
export function findRating(memory: Memory, id: EventId): Rating | undefined {
  const newest = memory.journal.findLast(({ event }) => event.type === 'rate' && event.target === id)?.event
  return newest?.type === 'rate' ? newest.rating : findAnswer(memory, id)?.event.rating
}

/** Questions that were answered on a day that is still to come: the clock was ahead. A repair-clock entry heals them. */
export function findFutureQuestions(memory: Memory, today: number): QuestionId[] {
  const found: QuestionId[] = []
  // Asked after every answer: nearly always no day to come was ever studied on, and the states need not be read.
  if (![...memory.days.keys()].some((day) => day > today + 1)) return found
  for (const [questionId, state] of memory.states) if (state.stage !== 'new' && state.lastDay > today + 1) found.push(questionId)
  return found
}

/** The FSRS parameters that answers are scheduled by now. */
export function weightsInUse(memory: Memory): Weights {
  return memory.parameterSets.get(memory.parameters) ?? publishedWeights
}

/** Schedules by these FSRS parameters from now on. */
export function takeUpParameters(memory: Memory, weights: Weights): void {
  memory.parameters = parametersOf(weights)
  memory.parameterSets.set(memory.parameters, weights)
}

/** Puts a state in its place and keeps the load in step. */
export function putState(memory: Memory, questionId: QuestionId, next: MemoryState): void {
  const row = memory.states.names.numberOf(questionId)
  addLoad(memory, memory.states.at(row) ?? unseenState, -1)
  addLoad(memory, next, 1)
  memory.states.put(row, next === unseenState ? undefined : next)
}

/** Counts what is due on each day anew: after the states were changed without it. */
export function recountLoad(memory: Memory): void {
  memory.load.clear()
  for (const state of memory.states.values()) addLoad(memory, state, 1)
}

function addLoad(memory: Memory, state: MemoryState, change: 1 | -1): void {
  if (state.stage === 'new' || state.suspended) return
  const load = (memory.load.get(state.dueDay) ?? 0) + change
  if (load === 0) memory.load.delete(state.dueDay)
  else memory.load.set(state.dueDay, load)
}

/** Counts an answer in its day, or takes it out again. */
export function countAnswer(memory: Memory, event: AnswerEvent, before: MemoryState, change: 1 | -1): void {
  const tally: MutableTally = memory.days.get(event.day) ?? { ...emptyTally }
  if (event.practice) tally.practice += change
  else {
    tally.answers += change
    if (before.stage === 'new') tally.fresh += change
    if (before.stage === 'review') {
      tally.reviews += change
      if (event.rating === 'again') tally.forgotten += change
    }
  }
  tally.thinkingMs += change * event.thinkingMs
  if (tally.answers === 0 && tally.practice === 0) memory.days.delete(event.day)
  else memory.days.set(event.day, tally)
}

/** Whether this entry is the one that `target` names. */
export function isTarget(event: ActionEvent, target: EventId): boolean {
  return target.length > event.device.length && target.startsWith(event.device) && target === `${event.device}-${event.sequence}`
}
