/** Makes log entries ready for the repository, which gives them their place in the log. */
import type { QuestionId } from '../content/ids.ts'
import { dayNumber, type Moment } from './day-clock.ts'
import { eventId, type AnswerEvent, type EventDraft, type JsonValue, type Rating } from './event.ts'
import type { Weights } from './fsrs-model.ts'
import { dueLoad, findRedoable, findUndoable, stateOf, type AnswerEntry, type Memory } from './memory.ts'
import { isLeech } from './memory-state.ts'
import { previewRatings, scheduleReview, type Outcome, type ScheduleContext } from './schedule.ts'
import type { LearnerSettings } from './settings.ts'

/** The learner's side of an answer. */
export interface GivenAnswer extends Pick<AnswerEvent, 'questionId' | 'rev' | 'seed' | 'verdict' | 'overruledTo' | 'confidence' | 'rating' | 'thinkingMs'> {
  readonly answer: JsonValue
  /** How many scheduled reviews there were when the question came on the screen, if another tab may have added one since. */
  readonly reviewsBefore?: number
  /** Practice does not move the schedule. */
  readonly practice?: boolean
}

function contextOf(memory: Memory, settings: LearnerSettings, questionId: QuestionId, moment: Moment): ScheduleContext {
  return { questionId, moment, settings, parameters: memory.parameters, loadOn: (day) => dueLoad(memory, day) }
}

/** What each rating key would do to this question now. */
export function previewQuestion(memory: Memory, settings: LearnerSettings, questionId: QuestionId, moment: Moment): Record<Rating, Outcome> {
  return previewRatings(stateOf(memory, questionId), contextOf(memory, settings, questionId, moment))
}

export function draftAnswer(memory: Memory, settings: LearnerSettings, given: GivenAnswer, moment: Moment): EventDraft {
  const state = stateOf(memory, given.questionId)
  const chosen = scheduleReview(state, given.rating, contextOf(memory, settings, given.questionId, moment))
  // A tenth of a second is as fine as thinking can be measured, and packs well.
  const thinkingMs = Math.max(0, Math.round(given.thinkingMs / 100) * 100)
  return { type: 'answer', ...given, thinkingMs, practice: given.practice ?? false, ...stampDay(moment, settings), reviewsBefore: given.reviewsBefore ?? state.reviews, ...chosen }
}

/** What each rating would have done to the question when this answer was given. */
export function previewRates(memory: Memory, settings: LearnerSettings, { event, before }: AnswerEntry): Record<Rating, Outcome> {
  return previewRatings(before, { ...contextOf(memory, settings, event.questionId, event), parameters: event.parameters })
}

/** Another rating for an earlier answer (see `findAnswer` and `findLoggedAnswer`). It counts from the day of the answer; an undo takes it back. */
export function draftRate(memory: Memory, settings: LearnerSettings, { event, before }: AnswerEntry, rating: Rating, moment: Moment): EventDraft {
  const chosen = scheduleReview(before, rating, { ...contextOf(memory, settings, event.questionId, event), parameters: event.parameters })
  return { type: 'rate', questionId: event.questionId, target: eventId(event), rating, ...stampDay(moment, settings), ...chosen }
}

export type SimpleAction = 'suspend' | 'unsuspend' | 'reset' | 'flag' | 'unflag' | 'introduce'
export function draftAction(settings: LearnerSettings, type: SimpleAction, questionId: QuestionId, moment: Moment): EventDraft {
  return { type, questionId, ...stampDay(moment, settings) }
}

/** Opens those of these questions that are new to the log: what was read may be asked next. */
export function draftIntroductions(memory: Memory, settings: LearnerSettings, questions: readonly QuestionId[], moment: Moment): EventDraft[] {
  return questions.flatMap((id) => {
    const state = stateOf(memory, id)
    return state.stage === 'new' && state.openedDay < 0 ? draftAction(settings, 'introduce', id, moment) : []
  })
}

export function draftSetDue(settings: LearnerSettings, questionId: QuestionId, dueDay: number, moment: Moment): EventDraft {
  return { type: 'set-due', questionId, dueDay, ...stampDay(moment, settings) }
}

/** Takes back the newest action; undefined when there is none. */
export function draftUndo(memory: Memory, settings: LearnerSettings, moment: Moment): EventDraft | undefined {
  const target = findUndoable(memory)
  return target && { type: 'undo', target: eventId(target), ...stampDay(moment, settings) }
}

/** Brings back what was undone last; undefined when there is nothing. */
export function draftRedo(memory: Memory, settings: LearnerSettings, moment: Moment): EventDraft | undefined {
  const target = findRedoable(memory)
  return target && { type: 'redo', target: eventId(target), ...stampDay(moment, settings) }
}

export function draftClockRepair(settings: LearnerSettings, moment: Moment): EventDraft {
  return { type: 'repair-clock', ...stampDay(moment, settings) }
}

/** Answers from now on are scheduled by these FSRS parameters. */
export function draftParameters(settings: LearnerSettings, weights: Weights, moment: Moment): EventDraft {
  return { type: 'set-parameters', weights, ...stampDay(moment, settings) }
}

/** Whether rating it again now makes a leech of it. */
export function becomesLeech(memory: Memory, settings: LearnerSettings, questionId: QuestionId, rating: Rating): boolean {
  const state = stateOf(memory, questionId)
  return rating === 'again' && state.stage === 'review' && isLeech({ ...state, lapses: state.lapses + 1 }, settings.leechLapses)
}

function stampDay({ utcMs, offsetMinutes }: Moment, settings: LearnerSettings): { utcMs: number; offsetMinutes: number; day: number } {
  return { utcMs, offsetMinutes, day: dayNumber({ utcMs, offsetMinutes }, settings.rolloverHour) }
}
