/** Past and coming work by day, and what a desired retention costs. */
import { intervalFor } from '../fsrs-model.ts'
import { tallyOf, type DayTally, type Memory } from '../memory.ts'
import type { LearnerSettings } from '../settings.ts'
import { measure, type Measured } from './measured.ts'

export interface DayWork extends DayTally { readonly day: number }
export interface DayForecast { readonly day: number; readonly due: number }

/** What was done on each day from `firstDay` to `lastDay`, idle days included: reviews, new questions, time. */
export function workByDay(memory: Memory, firstDay: number, lastDay: number): DayWork[] {
  return daysBetween(firstDay, lastDay).map((day) => ({ day, ...tallyOf(memory, day) }))
}

/** How many questions fall due on each of the coming days; today's number holds the overdue ones. */
export function forecastDays(memory: Memory, today: number, days: number): DayForecast[] {
  const forecast = daysBetween(today, today + days - 1).map((day) => ({ day, due: 0 }))
  for (const [dueDay, count] of memory.load) {
    const entry = forecast[Math.max(0, dueDay - today)]
    if (entry !== undefined) entry.due += count
  }
  return forecast
}

const leastScheduled = 20

/** Reviews a day in the long run at a desired retention, for what is being remembered now. An estimate: stabilities grow meanwhile. */
export function previewRetentionCost(memory: Memory, settings: Pick<LearnerSettings, 'maximumIntervalDays' | 'relearningSteps'>, desiredRetention: number): Measured<{ readonly reviewsPerDay: number }> {
  const stabilities: number[] = []
  for (const state of memory.states.values()) if (state.stage === 'review' && !state.suspended) stabilities.push(state.stability)
  return measure(stabilities.length, leastScheduled, () => ({ reviewsPerDay: longRunReviews(stabilities, settings, desiredRetention, memory.parameters) }))
}

/** Reviews a day of questions with these stabilities: each comes back once in its interval, and a forgotten one costs the relearning steps too. */
export function longRunReviews(stabilities: readonly number[], settings: Pick<LearnerSettings, 'maximumIntervalDays' | 'relearningSteps'>, desiredRetention: number, parameters: number): number {
  const answersEach = 1 + (1 - desiredRetention) * settings.relearningSteps.length
  return stabilities.reduce((sum, stability) => sum + answersEach / intervalFor(stability, desiredRetention, settings.maximumIntervalDays, parameters), 0)
}

function daysBetween(firstDay: number, lastDay: number): number[] {
  return Array.from({ length: Math.max(0, lastDay - firstDay + 1) }, (_, index) => firstDay + index)
}
