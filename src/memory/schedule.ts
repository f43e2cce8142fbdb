/** When a question comes back: steps of minutes while it is learned, then intervals of days by FSRS-6. */
import { get_fuzz_range } from 'ts-fsrs'
import { drawFraction } from './chance.ts'
import { dayNumber, elapsedDays, weekday, type Moment } from './day-clock.ts'
import { ratings, type AnswerEvent, type Rating } from './event.ts'
import { intervalFor, nextRecall, type Recall } from './fsrs-model.ts'
import type { MemoryState } from './memory-state.ts'
import type { LearnerSettings } from './settings.ts'

export interface ScheduleContext {
  readonly questionId: string
  readonly moment: Moment
  readonly settings: LearnerSettings
  /** The FSRS parameters in use, see fsrs-model. */
  readonly parameters: number
  /** How many questions are due on a day already; days with fewer are preferred. */
  readonly loadOn?: (day: number) => number
}

/** What one rating would do. */
export interface Outcome extends Recall {
  readonly dueDay: number
  /** Days from today; 0 while it is in learning steps. */
  readonly intervalDays: number
  /** Minutes until the next step; 0 when it is scheduled by days. */
  readonly stepMinutes: number
}
/** The part of an outcome that an answer keeps. */
export type ChosenDue = Pick<AnswerEvent, 'dueDay' | 'stepMinutes' | 'parameters'>

/** What each rating would do, for the keys that show it. */
export function previewRatings(state: MemoryState, context: ScheduleContext): Record<Rating, Outcome> {
  const today = dayNumber(context.moment, context.settings.rolloverHour)
  const elapsed = state.stage === 'new' ? 0 : elapsedDays(state.lastDay, today)
  const recalls = ratings.map((rating) => nextRecall(state, elapsed, rating, context.parameters))
  const [again, hard, good, easy] = recalls
  if (again === undefined || hard === undefined || good === undefined || easy === undefined) throw new Error('there are four ratings')

  const daysFor = (recall: Recall): number => intervalFor(recall.stability, context.settings.desiredRetention, context.settings.maximumIntervalDays, context.parameters)
  // A better rating never comes back sooner, as in Anki and in ts-fsrs's own scheduler; again and hard keep their distance below good.
  const againDays = state.stage === 'review' ? Math.min(daysFor(again), daysFor(hard)) : daysFor(again)
  const hardDays = Math.min(daysFor(hard), daysFor(good))
  const goodDays = state.stage === 'review' ? Math.max(daysFor(good), hardDays + 1) : daysFor(good)
  const easyDays = Math.max(daysFor(easy), goodDays + 1)

  const outcome = (rating: Rating, recall: Recall, wantedDays: number): Outcome => {
    const stepMinutes = nextStepMinutes(state, rating, context.settings)
    if (stepMinutes > 0) {
      const due = dayNumber({ ...context.moment, utcMs: context.moment.utcMs + stepMinutes * 60_000 }, context.settings.rolloverHour)
      return { ...recall, dueDay: Math.max(today, due), intervalDays: 0, stepMinutes }
    }
    const intervalDays = chooseInterval(Math.min(wantedDays, context.settings.maximumIntervalDays), elapsed, today, state.reviews, context)
    return { ...recall, dueDay: today + intervalDays, intervalDays, stepMinutes: 0 }
  }
  return {
    again: outcome('again', again, againDays),
    hard: outcome('hard', hard, hardDays),
    good: outcome('good', good, goodDays),
    easy: outcome('easy', easy, easyDays),
  }
}

/** What the chosen rating does, in the form that an answer keeps. */
export function scheduleReview(state: MemoryState, rating: Rating, context: ScheduleContext): ChosenDue {
  const { dueDay, stepMinutes } = previewRatings(state, context)[rating]
  return { dueDay, stepMinutes, parameters: context.parameters }
}

/**
 * Minutes to the next step, 0 when the steps are done or there are none. Again starts over; hard repeats the step
 * (on the first it waits for the mean of the first two, or half as long again); good moves on; easy leaves.
 */
export function nextStepMinutes(state: MemoryState, rating: Rating, settings: Pick<LearnerSettings, 'learningSteps' | 'relearningSteps'>): number {
  if (state.stage === 'review' && rating !== 'again') return 0
  const steps = state.stage === 'new' || state.stage === 'learning' ? settings.learningSteps : settings.relearningSteps
  const step = state.stage === 'learning' || state.stage === 'relearning' ? state.step : 0
  const [first, second] = steps
  if (first === undefined || rating === 'easy') return 0
  if (rating === 'again') return first
  if (rating === 'good') return steps[step + 1] ?? 0
  if (step > 0) return steps[step] ?? 0
  return Math.round(second === undefined ? first * 1.5 : (first + second) / 2)
}

/**
 * The interval within FSRS's fuzz range that a seeded draw picks, quiet days weighing more and rest days nothing.
 * With no day but rest days in the range, the next day that is not one.
 */
function chooseInterval(wantedDays: number, elapsed: number, today: number, reviews: number, { questionId, settings, loadOn }: ScheduleContext): number {
  const isRest = (days: number): boolean => settings.restDays.includes(weekday(today + days))
  const range = settings.fuzz && wantedDays >= 2.5 ? get_fuzz_range(wantedDays, elapsed, settings.maximumIntervalDays) : { min_ivl: wantedDays, max_ivl: wantedDays }
  const weights: { days: number; weight: number }[] = []
  for (let days = range.min_ivl; days <= range.max_ivl; days += 1) {
    if (!isRest(days)) weights.push({ days, weight: 1 / (1 + (loadOn?.(today + days) ?? 0)) ** 2 })
  }
  let remaining = drawFraction(`${questionId}#${reviews}`) * weights.reduce((sum, { weight }) => sum + weight, 0)
  for (const { days, weight } of weights) {
    remaining -= weight
    if (remaining < 0) return days
  }
  const last = weights.at(-1)
  if (last !== undefined) return last.days
  let days = wantedDays
  while (isRest(days)) days += 1
  return days
}
