/** What counts of a log: actions that are undone in the end are left out, and an answer has the rating that it was given last. */
import { compareEvents, eventId, type ActionEvent, type AnswerEvent, type EventId, type RateEvent, type RedoEvent, type RepairClockEvent, type ReviewEvent, type UndoEvent } from './event.ts'
import { parametersOf } from './fsrs-model.ts'

/** An action that changes a question's state by itself; a new rating changes it through the answer that it is for. */
export type StateEvent = Exclude<ActionEvent, RateEvent>
/** An entry about an earlier one. */
export type LaterWord = UndoEvent | RedoEvent | RateEvent

export function isLaterWord(event: ReviewEvent): event is LaterWord {
  return 'target' in event
}

/** The answer with another rating; without one, itself. */
export function withRating(answer: AnswerEvent, rate: RateEvent | undefined): AnswerEvent {
  if (rate === undefined) return answer
  const { rating, dueDay, stepMinutes, parameters } = rate
  return { ...answer, rating, dueDay, stepMinutes, parameters }
}

/** Tells of each action whether it counts, and as what. */
export class InForce {
  /** The undo in force for each action that is undone. */
  readonly #undone = new Map<EventId, UndoEvent>()
  readonly #newestRates = new Map<EventId, RateEvent>()
  /** Whose actions are spoken of at all: for the others no name is put together. */
  readonly #devices = new Set<string>()

  /** @param words every entry of the log that is about an earlier one, in order */
  constructor(words: readonly LaterWord[]) {
    for (const word of words) {
      this.#devices.add(word.target.slice(0, word.target.lastIndexOf('-')))
      if (word.type === 'redo') this.#undone.delete(word.target)
      else if (word.type === 'undo' && !this.#undone.has(word.target)) this.#undone.set(word.target, word)
    }
    for (const word of words) if (word.type === 'rate' && this.undoOf(word) === undefined) this.#newestRates.set(word.target, word)
  }

  /** The entry that took this action back; undefined when it counts. What takes back stands later in the log. */
  undoOf(action: ActionEvent): UndoEvent | undefined {
    return this.#laterWord(this.#undone, action)
  }

  /** The answer as it counts. */
  asRated(answer: AnswerEvent): AnswerEvent {
    return withRating(answer, this.#laterWord(this.#newestRates, answer))
  }

  #laterWord<Word extends LaterWord>(words: ReadonlyMap<EventId, Word>, action: ActionEvent): Word | undefined {
    if (words.size === 0 || !this.#devices.has(action.device)) return undefined
    const word = words.get(eventId(action))
    return word !== undefined && compareEvents(action, word) < 0 ? word : undefined
  }
}

/** What counts, entry by entry: answers as rated, the other actions, and repairs of the clock. @param log in its order */
export function* entriesInForce(log: readonly ReviewEvent[]): Generator<StateEvent | RepairClockEvent> {
  const inForce = new InForce(log.filter(isLaterWord))
  for (const event of log) {
    if (isLaterWord(event)) continue
    // The answers after it name the set that it defines.
    if (event.type === 'set-parameters') parametersOf(event.weights)
    else if (event.type === 'repair-clock') yield event
    else if (inForce.undoOf(event) === undefined) yield event.type === 'answer' ? inForce.asRated(event) : event
  }
}
