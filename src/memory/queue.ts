/**
 * What to study now, and in which order.
 *
 * First the learning steps whose minute has come; then the reviews, with new questions spread evenly among them.
 * Reviews come by due day, within a day by chance (the same all day long). When more are due than a day allows, those
 * that are remembered best come first: each saves the most per minute, and what is forgotten already can wait.
 * Neighbours come from different articles where possible, so that similar arguments are told apart. A question is put
 * off until tomorrow when a sibling (same main claim) or a question that gives it away comes today.
 */
import type { QuestionStub } from '../content/library.ts'
import { dayNumber, type Moment } from './day-clock.ts'
import { KeptApart } from './kept-apart.ts'
import { tallyOf, type DayTally, type Memory } from './memory.ts'
import { unseenState } from './memory-state.ts'
import { byChance, byDueDay, byFallingRetrievability, bySoonestDue, interleave, spread, type KnownQuestion } from './queue-order.ts'
import { isInScope, type Scope } from './session-scope.ts'
import type { LearnerSettings } from './settings.ts'

export type StudyMode =
  | { readonly kind: 'scheduled' }
  /** Also what falls due within so many days. FSRS counts the true elapsed time, so early reviews earn less. */
  | { readonly kind: 'ahead'; readonly days: number }
  /** Everything in the scope, whatever is due; to be answered as practice, which moves nothing. */
  | { readonly kind: 'cram' }

export interface QueueRequest {
  readonly questions: readonly QuestionStub[]
  readonly memory: Memory
  readonly moment: Moment
  readonly settings: LearnerSettings
  readonly scope?: Scope
  readonly mode?: StudyMode
  /** Stop at so many minutes of work, such as 5. */
  readonly minutes?: number
}

export type QueueReason = 'learning' | 'review' | 'new' | 'ahead' | 'cram'
export interface QueueItem {
  readonly question: QuestionStub
  readonly reason: QueueReason
}

export interface Queue {
  readonly items: readonly QueueItem[]
  readonly counts: Readonly<Record<QueueReason, number>>
  /** Learning steps later today, soonest first. */
  readonly waiting: readonly { readonly question: QuestionStub; readonly dueMs: number }[]
  /** Questions that were due or new today, and why they are not. */
  readonly postponed: Readonly<Record<PostponedReason, number>>
  readonly backlog: Backlog
  readonly estimatedMinutes: number
}
export type PostponedReason = 'sibling' | 'given-away' | 'review-limit' | 'new-limit' | 'time'
export type Backlog =
  | { readonly kind: 'none' }
  /** More is due than a day allows: the best remembered `today` come first; at this pace the rest takes `days` more. */
  | { readonly kind: 'relief'; readonly due: number; readonly today: number; readonly days: number }

/** How long an answer takes before there is anything to measure it by. */
const assumedAnswerMs = 20_000
/** A new question is asked about this often on its first day. */
const answersPerNew = 2

export function buildQueue(request: QueueRequest): Queue {
  const { memory, moment, settings, minutes } = request
  const mode: StudyMode = request.mode ?? { kind: 'scheduled' }
  const today = dayNumber(moment, settings.rolloverHour)
  const done = tallyOf(memory, today)
  const sorted = sortOut(request, mode, today)
  const apart = new KeptApart(settings.keepSiblingsApart && mode.kind !== 'cram', sorted.answeredToday)
  const postponed: Record<PostponedReason, number> = { sibling: 0, 'given-away': 0, 'review-limit': 0, 'new-limit': 0, time: 0 }
  const spared = sorted.learning.length + sorted.waiting.length
  for (const { question } of [...sorted.learning, ...sorted.waiting]) apart.take(question)

  const limits = limitsToday(settings, done, mode)
  const backlogged = sorted.review.length > limits.reviews
  const reviewOrder = backlogged ? byFallingRetrievability(sorted.review, today) : byDueDay(sorted.review, today)
  const reviews = takeUpTo(limits.reviews, reviewOrder, apart, postponed, 'review-limit')
  const ahead = takeUpTo(limits.extra, bySoonestDue(sorted.ahead), apart, postponed, 'review-limit')
  const cram = takeUpTo(limits.extra, byChance(sorted.cram, today), apart, postponed, 'review-limit')
  const fresh = takeUpTo(limits.fresh, sorted.fresh, apart, postponed, 'new-limit')

  const known: QueueItem[] = interleave([
    ...reviews.map((question) => ({ question, reason: 'review' as const })),
    ...ahead.map((question) => ({ question, reason: 'ahead' as const })),
    ...cram.map((question) => ({ question, reason: 'cram' as const })),
  ])
  const newItems = interleave(fresh.map((question) => ({ question, reason: 'new' as const })))
  const learning: QueueItem[] = sorted.learning.map(({ question }) => ({ question, reason: 'learning' as const }))
  const all = [...learning, ...spread(newItems, known)]
  const items = minutes === undefined ? all : withinMinutes(all, minutes, memory, today)
  postponed.time = all.length - items.length
  const perAnswer = answerMs(memory, today)

  const counts: Record<QueueReason, number> = { learning: 0, review: 0, new: 0, ahead: 0, cram: 0 }
  for (const { reason } of items) counts[reason] += 1
  return {
    items,
    counts,
    waiting: sorted.waiting,
    postponed,
    backlog: backlogged ? { kind: 'relief', due: sorted.review.length, today: reviews.length, days: daysToCatchUp(sorted.review.length - reviews.length, settings.reviewsPerDay) } : { kind: 'none' },
    estimatedMinutes: Math.ceil((items.reduce((sum, item) => sum + costMs(item, perAnswer), 0) + (spared - learning.length) * perAnswer) / 60_000),
  }
}

/** The median-like time of one answer over the last two weeks, thinking time only. */
export function answerMs(memory: Memory, today: number): number {
  let answers = 0
  let thinkingMs = 0
  for (let day = today - 13; day <= today; day += 1) {
    const tally = tallyOf(memory, day)
    answers += tally.answers + tally.practice
    thinkingMs += tally.thinkingMs
  }
  return answers < 10 ? assumedAnswerMs : thinkingMs / answers
}

interface Sorted {
  readonly learning: readonly { question: QuestionStub; dueMs: number }[]
  readonly waiting: readonly { question: QuestionStub; dueMs: number }[]
  readonly review: readonly KnownQuestion[]
  readonly ahead: readonly KnownQuestion[]
  readonly cram: readonly QuestionStub[]
  /** In the order in which they should come. */
  readonly fresh: readonly QuestionStub[]
  readonly answeredToday: readonly QuestionStub[]
}

function sortOut({ questions, memory, moment, settings, scope = {} }: QueueRequest, mode: StudyMode, today: number): Sorted {
  const learning: { question: QuestionStub; dueMs: number }[] = []
  const waiting: { question: QuestionStub; dueMs: number }[] = []
  const review: KnownQuestion[] = []
  const ahead: KnownQuestion[] = []
  const cram: QuestionStub[] = []
  const opened: { question: QuestionStub; openedDay: number }[] = []
  const unopened: QuestionStub[] = []
  const answeredToday: QuestionStub[] = []
  const unscoped = Object.keys(scope).length === 0
  const rows = memory.states.rowsOf(questions)
  const lastDue = mode.kind === 'ahead' ? today + mode.days : today
  for (const [index, question] of questions.entries()) {
    const row = rows[index] ?? -1
    if (mode.kind !== 'cram' && memory.states.isAtRest(row, lastDue, today)) continue
    const state = memory.states.at(row)
    if (state === undefined) {
      // Most of a large library is unseen: the shortest way through.
      if (mode.kind !== 'cram' && settings.newFrom === 'opened-first' && (unscoped || isInScope(question, unseenState, scope, today))) unopened.push(question)
      else if (mode.kind === 'cram' && isInScope(question, unseenState, scope, today)) cram.push(question)
      continue
    }
    // One that the learner has set to this very day does not stand in its own way.
    if (state.stage !== 'new' && state.lastDay === today && (state.stage !== 'review' || state.dueDay > today)) answeredToday.push(question)
    if (state.suspended || (!unscoped && !isInScope(question, state, scope, today))) continue
    if (mode.kind === 'cram') {
      cram.push(question)
      continue
    }
    switch (state.stage) {
      case 'new':
        if (state.openedDay >= 0) opened.push({ question, openedDay: state.openedDay })
        else if (settings.newFrom === 'opened-first') unopened.push(question)
        break
      case 'learning':
      case 'relearning':
        // A step more than its own length away was set by a clock that has moved back since.
        if (state.dueMs <= moment.utcMs || state.dueDay < today || moment.utcMs < state.lastMs) learning.push({ question, dueMs: state.dueMs })
        else if (state.dueDay === today) waiting.push({ question, dueMs: state.dueMs })
        break
      case 'review':
        if (state.dueDay <= today) review.push({ question, state })
        else if (mode.kind === 'ahead' && state.dueDay <= today + mode.days && state.lastDay < today) ahead.push({ question, state })
    }
  }
  const soonestFirst = (first: { dueMs: number }, second: { dueMs: number }): number => first.dueMs - second.dueMs
  opened.sort((first, second) => first.openedDay - second.openedDay)
  return {
    learning: learning.sort(soonestFirst), waiting: waiting.sort(soonestFirst),
    review, ahead, cram, fresh: [...opened.map(({ question }) => question), ...unopened], answeredToday,
  }
}

function limitsToday(settings: LearnerSettings, done: DayTally, mode: StudyMode): { reviews: number; fresh: number; extra: number } {
  const reviews = Math.max(0, settings.reviewsPerDay - done.reviews)
  return { reviews, fresh: Math.max(0, settings.newPerDay - done.fresh), extra: mode.kind === 'scheduled' ? 0 : Number.POSITIVE_INFINITY }
}

function takeUpTo(limit: number, candidates: Iterable<QuestionStub> & { readonly length: number }, apart: KeptApart, postponed: Record<PostponedReason, number>, overLimit: PostponedReason): QuestionStub[] {
  const taken: QuestionStub[] = []
  let seen = 0
  for (const question of candidates) {
    if (taken.length >= limit) break
    seen += 1
    const obstacle = apart.obstacle(question)
    if (obstacle !== undefined) {
      postponed[obstacle] += 1
      continue
    }
    apart.take(question)
    taken.push(question)
  }
  postponed[overLimit] += candidates.length - seen
  return taken
}

function costMs(item: QueueItem, perAnswer: number): number {
  return item.reason === 'new' ? answersPerNew * perAnswer : perAnswer
}

function withinMinutes(items: readonly QueueItem[], minutes: number, memory: Memory, today: number): QueueItem[] {
  const perAnswer = answerMs(memory, today)
  let spentMs = 0
  return items.filter((item) => {
    spentMs += costMs(item, perAnswer)
    return spentMs <= minutes * 60_000 || spentMs === costMs(item, perAnswer)
  })
}

function daysToCatchUp(left: number, reviewsPerDay: number): number {
  return reviewsPerDay === 0 ? Number.POSITIVE_INFINITY : Math.ceil(left / reviewsPerDay)
}
