/** For tests: logs as one or two devices could really have written them, with clocks that jump as clocks should not. */
import fc from 'fast-check'
import { questionId, type QuestionId } from '../content/ids.ts'
import { findLoggedAnswer } from './answer-history.ts'
import { draftAction, draftAnswer, draftClockRepair, draftParameters, draftRate, draftRedo, draftSetDue, draftUndo } from './draft.ts'
import { dayNumber, type Moment } from './day-clock.ts'
import { eventId, nextOrder, ratings, type EventDraft, type Rating, type ReviewEvent } from './event.ts'
import { publishedWeights, withinBounds } from './fsrs-model.ts'
import { emptyMemory, type Memory } from './memory.ts'
import { applyEvent, inOrder, replay } from './replay.ts'
import { defaultSettings, type LearnerSettings } from './settings.ts'

export const someQuestions: readonly QuestionId[] = ['first', 'second', 'third', 'fourth'].map((name) => questionId.parse(`o1-${name}`))
export const someMoment: Moment = { utcMs: Date.UTC(2026, 2, 1, 12), offsetMinutes: 60 }

/** One thing a learner does, on one of two devices, after the clock moved by so much. */
export interface Step {
  readonly device: 0 | 1
  readonly action: 'answer' | 'cram' | 'rate' | 'undo' | 'redo' | 'suspend' | 'unsuspend' | 'reset' | 'flag' | 'introduce' | 'set-due' | 'repair-clock' | 'set-parameters' | 'sync'
  readonly question: number
  readonly rating: Rating
  readonly clockMs: number
  readonly offsetMinutes: number
}

const dayMs = 86_400_000
const clockMove = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1_000, max: 20 * 60_000 }) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 40 * dayMs }) },
  { weight: 1, arbitrary: fc.constantFrom(-365 * dayMs, -dayMs, -3_600_000, 3_600_000, dayMs, 365 * dayMs) },
)

export const arbitrarySteps: fc.Arbitrary<Step[]> = fc.array(fc.record<Step>({
  device: fc.constantFrom(0, 1),
  action: fc.constantFrom('answer', 'answer', 'answer', 'answer', 'answer', 'answer', 'cram', 'rate', 'rate', 'undo', 'undo', 'redo', 'suspend', 'unsuspend', 'reset', 'flag', 'introduce', 'set-due', 'repair-clock', 'set-parameters', 'sync'),
  question: fc.nat(someQuestions.length - 1),
  rating: fc.constantFrom(...ratings),
  clockMs: clockMove,
  // At home in winter and summer, at the ends of the world, and anywhere.
  offsetMinutes: fc.oneof(fc.constantFrom(60, 60, 60, 120, -14 * 60, 14 * 60), fc.integer({ min: -14 * 60, max: 14 * 60 })),
}), { maxLength: 40 })

/** A device with its own log. */
export class SimulatedDevice {
  memory: Memory = emptyMemory()
  log: ReviewEvent[] = []
  readonly #name: string
  readonly #settings: LearnerSettings
  #sequence = 0

  constructor(name: string, settings: LearnerSettings = defaultSettings) {
    this.#name = name
    this.#settings = settings
  }

  /** Writes the entry and takes it into the memory, by replay where that is needed. */
  write(draft: EventDraft): ReviewEvent {
    this.#sequence += 1
    const event: ReviewEvent = { ...draft, device: this.#name, sequence: this.#sequence, order: nextOrder(this.memory.newest.order, draft.utcMs) }
    this.log.push(event)
    if (applyEvent(this.memory, event) === 'needs-replay') this.memory = replay(this.log)
    return event
  }

  answer(question: QuestionId, rating: Rating, moment: Moment, practice = false): ReviewEvent {
    return this.write(draftAnswer(this.memory, this.#settings, { questionId: question, rev: 1, seed: 7, answer: { kind: 'choice', option: 'yes' }, verdict: rating === 'again' ? 'wrong' : 'right', confidence: 'sure', rating, thinkingMs: 3_000, practice }, moment))
  }

  /** Everything but answers and sync; undo with nothing to undo does nothing. */
  act(step: Step, moment: Moment): void {
    const question = someQuestions[step.question] ?? questionId.parse('o1-first')
    const draft = this.#draft(step, question, moment)
    if (draft !== undefined) this.write(draft)
  }

  #draft({ action, rating }: Step, question: QuestionId, moment: Moment): EventDraft | undefined {
    switch (action) {
      case 'rate': {
        const answer = this.log.findLast((event) => event.type === 'answer' && event.questionId === question)
        const entry = answer && findLoggedAnswer(this.log, eventId(answer))
        return entry && draftRate(this.memory, this.#settings, entry, rating, moment)
      }
      case 'undo': return draftUndo(this.memory, this.#settings, moment)
      case 'redo': return draftRedo(this.memory, this.#settings, moment)
      case 'set-due': return draftSetDue(this.#settings, question, dayNumber(moment, 4) + 3, moment)
      case 'repair-clock': return draftClockRepair(this.#settings, moment)
      case 'set-parameters': return draftParameters(this.#settings, withinBounds(publishedWeights.map((weight) => weight * (ratings.indexOf(rating) / 3 + 0.5))), moment)
      case 'answer':
      case 'cram':
      case 'sync': return undefined
      default: return draftAction(this.#settings, action, question, moment)
    }
  }

  union(other: SimulatedDevice): void {
    this.log = [...inOrder([...this.log, ...other.log])]
    this.memory = replay(this.log)
  }
}

/** Plays the steps on two devices that start alike. */
export function playSteps(steps: readonly Step[]): readonly [SimulatedDevice, SimulatedDevice] {
  const devices = [new SimulatedDevice('left'), new SimulatedDevice('right')] as const
  const clocks = [someMoment.utcMs, someMoment.utcMs]
  for (const step of steps) {
    const device = devices[step.device]
    const utcMs = (clocks[step.device] ?? 0) + step.clockMs
    clocks[step.device] = utcMs
    const moment: Moment = { utcMs, offsetMinutes: step.offsetMinutes }
    const question = someQuestions[step.question] ?? questionId.parse('o1-first')
    if (step.action === 'answer' || step.action === 'cram') device.answer(question, step.rating, moment, step.action === 'cram')
    else if (step.action === 'sync') device.union(devices[step.device === 0 ? 1 : 0])
    else device.act(step, moment)
  }
  return devices
}

/** What must be equal when two memories are the same. */
export function remembered(memory: Memory): unknown {
  const sorted = <Key extends string | number, Value>(map: Iterable<[Key, Value]>): [Key, Value][] => [...map].sort(([first], [second]) => (first < second ? -1 : 1))
  return { states: sorted(memory.states), days: sorted(memory.days), load: sorted(memory.load), events: memory.eventCount, parameters: memory.parameters, sets: sorted(memory.parameterSets), redoable: memory.redoable }
}
