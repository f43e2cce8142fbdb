/** One sitting: which question is on the screen, what was answered, and what comes next. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { QuestionId } from '../../src/content/ids.ts'
import type { Question } from '../../src/content/question-schema.ts'
import type { Outcome } from '../../src/memory/schedule.ts'
import { type ActionEvent, type AnswerEvent, type Confidence, type EventId, eventId, type Rating, type ReviewEvent } from '../../src/memory/event.ts'
import { findRating } from '../../src/memory/memory.ts'
import type { Queue } from '../../src/memory/queue.ts'
import { type Answer, emptyAnswer, gaveUp } from '../../src/questions/answer.ts'
import { allowedRatings } from '../../src/questions/confidence.ts'
import { canOverrule } from '../../src/questions/overrule.ts'
import type { FindMechanism } from '../../src/questions/kinds/kind.ts'
import { makeVariant, type Variant } from '../../src/questions/variant.ts'
import { gradeAnswer, type Graded } from '../../src/questions/verdict.ts'
import { afterPaint } from '../after-paint.ts'
import { findStub } from '../linking.ts'
import { followLog, returnsInSession, withoutReturn } from '../session/follow-log.ts'
import { jsonOf, type KeptSession, readKeptSession, type SessionAnswer } from '../session/kept-session.ts'
import { type Place, placeWith, placeWithout } from '../session/past-action.ts'
import { type Query, readPlan, scopeOf, type SessionPlan } from '../session/plan.ts'
import { useLibrary } from './library.ts'
import { useMemory } from './memory.ts'

export interface Asked {
  readonly question: Question
  readonly variant: Variant
  readonly answer: Answer
  readonly shownMs: number
  /** Scheduled reviews before this one, as the screen knew when the question came. */
  readonly reviewsBefore: number
  /** Set once the answer was submitted. */
  readonly checked?: { readonly graded: Graded; readonly confidence?: Confidence; readonly thinkingMs: number; readonly previews: Record<Rating, Outcome>; readonly overruled: boolean }
  /** Why the last submission did not count, when it did not. */
  readonly notYet?: Graded
}

export type Phase = 'idle' | 'loading' | 'asking' | 'checked' | 'empty' | 'over'

/** What was asked; a cloze keeps its text on either side of the gap. */
const stemOf = (variant: Variant) => (variant.kind === 'cloze' ? `${variant.before} … ${variant.after}` : variant.stem)

/** Something done that can be taken back and brought again: its entries of the log, and then the session's own way. */
interface UndoStep {
  readonly events: readonly EventId[]
  readonly goBack: () => Promise<void> | void
  readonly goForward: () => Promise<void> | void
}

/** Undo or redo of an action that this session did not see. */
export interface PastStep {
  readonly how: 'undone' | 'redone'
  readonly action: ActionEvent
}

const sessionKey = 'session'
/** Longer than this, and the learner was away, not thinking. */
const longestThinkingMs = 5 * 60_000

export const useSession = defineStore('session', () => {
  const library = useLibrary()
  const memory = useMemory()

  const phase = ref<Phase>('idle')
  const plan = shallowRef<SessionPlan>()
  const query = shallowRef<Readonly<Record<string, string>>>({})
  const queue = shallowRef<Queue>()
  const order = shallowRef<readonly QuestionId[]>([])
  const answered = shallowRef<readonly SessionAnswer[]>([])
  const asked = shallowRef<Asked>()
  const startedMs = ref(0)
  const day = ref(0)
  const undoSteps = shallowRef<readonly UndoStep[]>([])
  /** What was taken back, the next to bring again last; until something new is done. */
  const redoSteps = shallowRef<readonly UndoStep[]>([])
  const problem = shallowRef<unknown>()
  /** What was done last is on its way to the disk; what is pressed meanwhile does not count. Nothing on the screen changes for it. */
  let isStoring = false
  /** The answer to the question that could not be shown. */
  let unshown: KeptSession['current']
  /** Fetched with the first question that draws numbers. */
  let findMechanism: FindMechanism | undefined
  const unsaved = ref(false)
  /** What was said of a question that keeps being forgotten; until the next rating. */
  const slipping = ref<'told' | 'set-aside'>()
  /** What undo or redo did last, when it reached behind this session. */
  const pastStep = shallowRef<PastStep>()

  // An exam takes back what was done in it, and nothing else.
  const canUndo = computed(() => (plan.value?.exam ? isOfThisSession(memory.undoable) : memory.canUndo))
  const canRedo = computed(() => (plan.value?.exam ? redoSteps.value.length > 0 : memory.canRedo))
  const position = computed(() => answered.value.length)
  const ratings = computed(() => {
    const checked = asked.value?.checked
    if (!checked) return []
    return allowedRatings(checked.overruled ? { kind: 'right' } : checked.graded.verdict, checked.confidence ?? 'think-so')
  })
  const mayOverrule = computed(() => {
    const { answer, checked } = asked.value ?? {}
    return answer !== undefined && checked !== undefined && !checked.overruled && canOverrule(answer, checked.graded.verdict)
  })
  /** Practice moves no dates. A question asked for by name counts all the same when it is new or due. */
  const isPractice = computed(() => asked.value !== undefined && isPracticeOf(asked.value.question.id))
  function isPracticeOf(id: QuestionId): boolean {
    if (plan.value?.mode.kind !== 'cram') return false
    const state = memory.stateOf(id)
    return plan.value.questions === undefined || (state.stage !== 'new' && state.dueDay > memory.todayNumber)
  }
  const deadlineMs = computed(() => (plan.value?.exam?.minutes === undefined ? undefined : startedMs.value + plan.value.exam.minutes * 60_000))

  async function findKept(): Promise<KeptSession | undefined> {
    const kept = readKeptSession(await memory.theRepository().findKept(sessionKey), (id) => (typeof id === 'string' ? findStub(library.catalogue, id)?.id : undefined))
    if (kept?.day !== memory.todayNumber) return undefined
    const { missed, ...followed } = followLog(kept, memory.memory, readPlan(kept.query, library.catalogue).exam !== undefined)
    const answered = [...followed.answered, ...await Promise.all(missed.map(describeAnswer))]
    return answered.length < followed.order.length ? { ...followed, answered } : undefined
  }

  /** An answer as the session shows it again, from the log. */
  async function describeAnswer(event: AnswerEvent): Promise<SessionAnswer> {
    const { questionId: id, seed, answer, confidence, practice, rating } = event
    const variant = await drawAgain({ id, seed })
    return { id, seed, answer, confidence, verdict: event.overruledTo ?? event.verdict, stem: stemOf(variant), event: eventId(event), ...(!practice && { rating }) }
  }

  function keep(): void {
    // Forgotten in the meantime.
    if (phase.value === 'idle') return
    const { answer, variant, checked } = asked.value ?? {}
    void memory.theRepository().keep(sessionKey, phase.value === 'over' ? undefined : jsonOf({
      query: query.value, order: order.value, answered: answered.value, startedMs: startedMs.value, day: day.value, logOrder: memory.memory.newest.order,
      ...(answer && variant && { current: { seed: variant.seed, answer, checked: checked !== undefined, overruled: checked?.overruled ?? false, confidence: checked?.confidence, thinkingMs: checked?.thinkingMs ?? 0 } }),
    }))
  }

  /** Goes on with the kept session when its address is the same, else begins the one that the address asks for. */
  async function open(address: Query): Promise<void> {
    phase.value = 'loading'
    problem.value = undefined
    asked.value = undefined
    const wanted = Object.fromEntries(Object.entries(address).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
    const kept = await findKept()
    const resume = kept && JSON.stringify(Object.entries(kept.query).sort()) === JSON.stringify(Object.entries(wanted).sort())
    query.value = wanted
    plan.value = readPlan(wanted, library.catalogue)
    undoSteps.value = []
    redoSteps.value = []
    pastStep.value = undefined
    if (resume) {
      order.value = kept.order
      answered.value = kept.answered
      startedMs.value = kept.startedMs
      day.value = kept.day
      await show(kept.current)
    }
    else await begin(plan.value)
  }

  async function begin(wanted: SessionPlan): Promise<void> {
    const commons = wanted.issue || wanted.term ? await library.loadCommons() : undefined
    startedMs.value = memory.readClock().utcMs
    day.value = memory.todayNumber
    queue.value = memory.plan({ scope: scopeOf(wanted, library.catalogue, commons), mode: wanted.mode, minutes: wanted.minutes })
    const ids = queue.value.items.slice(0, wanted.exam?.questions).map((item) => item.question.id)
    order.value = wanted.inOrder ? wanted.questions?.filter((id) => ids.includes(id)) ?? ids : ids
    answered.value = []
    if (order.value.length === 0) phase.value = 'empty'
    else await show()
  }

  /** Goes to a place and puts its question on the screen, with the answer given so far if there is one: all at once, so that nothing is drawn twice. */
  async function show(current?: KeptSession['current'], place: Place = { order: order.value, answered: answered.value }): Promise<void> {
    const id = place.order[place.answered.length]
    let next: Asked | undefined
    let trouble: unknown
    try {
      // What is here already is shown without waiting for anything.
      if (id !== undefined) next = ask(findQuestion(id) ?? await fetchQuestion(id), current)
    }
    catch (error) {
      trouble = error
      console.error(error)
    }
    order.value = place.order
    answered.value = place.answered
    problem.value = trouble
    unshown = trouble === undefined ? undefined : current
    if (id === undefined) return end()
    asked.value = next
    phase.value = next ? 'asking' : 'loading'
    if (!next) return
    if (current?.checked) {
      check(current.confidence, current.thinkingMs)
      if (current.overruled) overrule()
    }
    // The screen first: the first thing to write also fetches the database's library.
    else afterPaint(keep)
    afterPaint(fetchAhead)
  }

  /** The question, when all that it needs is here. */
  function findQuestion(id: QuestionId): Question | undefined {
    const stub = findStub(library.catalogue, id)
    if (!stub || (stub.kind === 'parametric' && !findMechanism)) return undefined
    return library.contents.get(stub.article)?.questions.find((one) => one.id === id)
  }

  async function fetchQuestion(id: QuestionId): Promise<Question> {
    const stub = findStub(library.catalogue, id)
    if (stub?.kind === 'parametric') findMechanism ??= (await import('../../src/mechanisms/registry.ts')).findMechanism
    const question = stub && (await library.loadArticle(stub.article)).questions.find((one) => one.id === id)
    if (!question) throw new Error(`the library has no question “${id}”`)
    return question
  }

  /** The next question comes while this one is read. One that cannot be had is told of when its turn comes. */
  function fetchAhead(): void {
    const id = order.value[position.value + 1]
    if (id !== undefined && !findQuestion(id)) void Promise.allSettled([fetchQuestion(id)])
  }

  /** With its numbers drawn, as they were before when their seed is given. */
  const draw = (question: Question, drawn: { readonly seed: number } | { readonly reviewCount: number }) => makeVariant(question, { mechanisms: findMechanism ?? (() => undefined), ...drawn })

  /** A question as it was put before. */
  async function drawAgain({ id, seed }: Pick<SessionAnswer, 'id' | 'seed'>): Promise<Variant> {
    return draw(await fetchQuestion(id), { seed })
  }

  function ask(question: Question, current: KeptSession['current']): Asked {
    const { reviews } = memory.stateOf(question.id)
    const variant = draw(question, current ? { seed: current.seed } : { reviewCount: reviews })
    // Grading is total: an answer of another shape, kept from an older version, is simply not graded.
    const answer = current ? current.answer as unknown as Answer : emptyAnswer(variant)
    return { question, variant, answer, shownMs: memory.readClock().utcMs, reviewsBefore: reviews }
  }

  /** Shows the same place once more: after the library changed under it, or when it could not be shown before. */
  async function renew(): Promise<void> {
    const now = asked.value
    if (isStoring || phase.value === 'over' || phase.value === 'empty') return
    if (problem.value !== undefined) return show(unshown)
    const { confidence, thinkingMs = 0 } = now?.checked ?? {}
    await show(now && { seed: now.variant.seed, answer: jsonOf(now.answer), checked: now.checked !== undefined, confidence, thinkingMs })
  }

  function change(answer: Answer): void {
    if (phase.value !== 'asking' || !asked.value) return
    asked.value = { ...asked.value, answer, notYet: undefined }
    keep()
  }

  /** Grades the answer on the screen; one that cannot be graded yet stays there, with the reason. */
  function check(confidence: Confidence | undefined, measuredMs?: number): void {
    const now = asked.value
    if (phase.value !== 'asking' || !now) return
    const graded = gradeAnswer(now.variant, now.answer)
    if (graded.verdict.kind === 'ungraded') {
      asked.value = { ...now, notYet: graded }
      return
    }
    const thinkingMs = measuredMs ?? Math.min(longestThinkingMs, Math.max(0, memory.readClock().utcMs - now.shownMs))
    asked.value = { ...now, notYet: undefined, checked: { graded, confidence, thinkingMs, previews: memory.preview(now.question.id), overruled: false } }
    phase.value = 'checked'
    afterPaint(keep)
    if (plan.value?.exam) void rate(graded.verdict.kind === 'right' ? 'good' : graded.verdict.kind === 'partly' ? 'hard' : 'again')
  }

  function giveUp(): void {
    if (!asked.value) return
    asked.value = { ...asked.value, answer: gaveUp }
    check('guess')
  }

  function overrule(): void {
    if (!asked.value?.checked) return
    asked.value = { ...asked.value, checked: { ...asked.value.checked, overruled: true } }
    keep()
  }

  /** Records the answer; only when it is durable, or known to be kept unsaved, does the screen move on. */
  async function rate(rating: Rating): Promise<void> {
    const now = asked.value
    if (isStoring || phase.value !== 'checked' || !now?.checked) return
    isStoring = true
    try {
      await storeRated(now, now.checked, rating)
    }
    finally {
      isStoring = false
    }
  }

  async function storeRated(now: Asked, { graded, confidence, thinkingMs, previews, overruled }: NonNullable<Asked['checked']>, rating: Rating): Promise<void> {
    const { id, rev } = now.question
    const practice = isPractice.value
    const answer = jsonOf(now.answer)
    const slips = !practice && memory.slipsAgain(id, rating)
    const recorded = await memory.answer({
      questionId: id, rev, seed: now.variant.seed, answer, verdict: graded.verdict.kind, rating, thinkingMs, practice, reviewsBefore: now.reviewsBefore,
      ...(overruled && { overruledTo: 'right' as const }), ...(confidence && { confidence }),
    })
    unsaved.value = recorded.kind === 'unsaved'
    const returns = returnsInSession({ practice, rating, stepMinutes: previews[rating].stepMinutes }, plan.value?.exam !== undefined)
    const setsAside = slips && memory.settings.leechAction === 'suspend'
    const setAside = setsAside ? (await memory.act('suspend', id)).events : []
    slipping.value = slips ? (setsAside ? 'set-aside' : 'told') : undefined
    const [event] = recorded.events
    const before: Place = { order: order.value, answered: answered.value }
    const given: SessionAnswer = { id, seed: now.variant.seed, answer, confidence, verdict: overruled ? 'right' : graded.verdict.kind, stem: stemOf(now.variant), ...(event && { event: eventId(event) }), ...(!practice && { rating }) }
    const after = { order: returns && !setsAside ? [...order.value, id] : order.value, answered: [...answered.value, given] }
    const stand = (at: Place, current?: KeptSession['current']) => {
      slipping.value = undefined
      return show(current, at)
    }
    addUndoStep([...recorded.events, ...setAside], () => stand(before, event?.type === 'answer' ? givenAgain(event) : undefined), () => stand(after))
    await show(undefined, after)
  }

  function addUndoStep(events: readonly ReviewEvent[], goBack: UndoStep['goBack'], goForward: UndoStep['goForward']): void {
    undoSteps.value = [...undoSteps.value, { events: events.map(eventId), goBack, goForward }]
    redoSteps.value = []
    pastStep.value = undefined
  }

  /** An answer that was taken back, as it stands on the screen again. An exam says nothing: there it opens again. */
  const givenAgain = ({ seed, answer, confidence, thinkingMs, overruledTo }: AnswerEvent): KeptSession['current'] => ({ seed, answer, checked: plan.value?.exam === undefined, overruled: overruledTo !== undefined, confidence, thinkingMs })

  function isOfThisSession(action: ActionEvent | undefined): boolean {
    const name = action && eventId(action)
    return name !== undefined && (undoSteps.value.at(-1)?.events.at(-1) === name || answered.value.at(-1)?.event === name)
  }

  /** Whether the question of an action can stand on the screen of this session and count as it did. */
  const fitsHere = (action: ActionEvent) => action.type === 'answer' && findStub(library.catalogue, action.questionId) !== undefined && action.practice === isPracticeOf(action.questionId)

  /** The way back and forward over an action that this session did not see. @param open the place without it. @param done the place with it */
  function stepOver(action: ActionEvent, open: Place, done: Place): UndoStep {
    const stand = (at: Place, current?: KeptSession['current']) => {
      if (action.type === 'answer' && open !== done) return show(current, at)
      order.value = at.order
      answered.value = at.answered
      return undefined
    }
    return { events: [eventId(action)], goBack: () => stand(open, action.type === 'answer' ? givenAgain(action) : undefined), goForward: () => stand(done) }
  }

  function stepBefore(action: ActionEvent): UndoStep {
    const done: Place = { order: order.value, answered: answered.value }
    const rating = action.type === 'rate' ? findRating(memory.memory, action.target) : undefined
    return stepOver(action, action.type === 'rate' || isOfThisSession(action) || fitsHere(action) ? placeWithout(done, action, rating) : done, done)
  }

  async function stepAfter(action: ActionEvent): Promise<UndoStep> {
    const open: Place = { order: order.value, answered: answered.value }
    const isAsked = action.type === 'answer' && asked.value?.question.id === action.questionId && !plan.value?.exam
    return stepOver(action, open, placeWith(open, action, isAsked ? await describeAnswer(action) : undefined))
  }

  /** Goes over the next action of the log, and over all that was done with it in one step of this session. @param end where that action stands in its step */
  async function moveOver(next: () => Promise<ActionEvent | undefined>, steps: readonly UndoStep[], end: 0 | -1): Promise<{ action: ActionEvent | undefined; index: number }> {
    isStoring = true
    try {
      const action = await next()
      const index = steps.findLastIndex(({ events }) => action && events.at(end) === eventId(action))
      for (let entry = 1; entry < (steps[index]?.events.length ?? 0); entry += 1) await next()
      return { action, index }
    }
    finally {
      isStoring = false
    }
  }

  /** Takes back what was done last: after a rating its answer shows again, so that another rating can be given. */
  async function undo(): Promise<void> {
    if (!canUndo.value || isStoring) return
    const { action, index } = await moveOver(memory.undo, undoSteps.value, -1)
    if (!action) return
    const own = undoSteps.value[index]
    const step = own ?? stepBefore(action)
    // Steps behind it were taken back in another tab.
    if (own) undoSteps.value = undoSteps.value.slice(0, index)
    redoSteps.value = [...redoSteps.value, step]
    pastStep.value = own ? undefined : { how: 'undone', action }
    await step.goBack()
    keep()
  }

  /** Brings back what was taken back last: after a rating the next question shows again. */
  async function redo(): Promise<void> {
    if (!canRedo.value || isStoring) return
    const { action, index } = await moveOver(memory.redo, redoSteps.value, 0)
    const own = redoSteps.value[index]
    // Without anything to bring back, something new was done in another tab.
    if (own || !action) redoSteps.value = redoSteps.value.slice(0, Math.max(0, index))
    if (!action) return
    const step = own ?? await stepAfter(action)
    undoSteps.value = [...undoSteps.value, step]
    pastStep.value = own ? undefined : { how: 'redone', action }
    await step.goForward()
    keep()
  }

  /** Gives an answer of this session another rating, as if it had been given then. */
  async function changeRating(index: number, rating: Rating): Promise<void> {
    const given = answered.value[index]
    const entry = given?.event && given.rating && await memory.findGiven(given.event)
    if (!given?.rating || !entry || isStoring) return
    const recorded = await memory.changeRating(entry, rating)
    unsaved.value = recorded.kind === 'unsaved'
    const before = { order: order.value, rating: given.rating }
    // What comes back within minutes stands further on in this session; what does not, no more. The one on the screen stays.
    const isAhead = order.value.lastIndexOf(given.id) >= position.value
    const returns = memory.previewRatesOf(entry)[rating].stepMinutes > 0
    const after = { order: !returns ? withoutReturn(order.value, given.id, position.value) : isAhead || phase.value === 'over' ? order.value : [...order.value, given.id], rating }
    const stand = (at: typeof before) => {
      order.value = at.order
      answered.value = answered.value.map((one, place) => (place === index ? { ...one, rating: at.rating } : one))
    }
    stand(after)
    addUndoStep(recorded.events, () => stand(before), () => stand(after))
    keep()
  }

  /** Leaves this question out: for good when it is suspended. */
  async function suspend(): Promise<void> {
    const now = asked.value
    if (!now || isStoring) return
    const before = order.value
    const after = before.filter((other, index) => index < position.value || other !== now.question.id)
    const { events } = await memory.act('suspend', now.question.id)
    const stand = (at: typeof before) => show(undefined, { order: at, answered: answered.value })
    addUndoStep(events, () => stand(before), () => stand(after))
    await stand(after)
  }

  async function toggleFlag(): Promise<void> {
    const id = asked.value?.question.id
    if (!id) return
    const { events } = await memory.act(memory.stateOf(id).flagged ? 'unflag' : 'flag', id)
    addUndoStep(events, () => {}, () => {})
  }

  /** Drops the kept session, as when everything learned is deleted. */
  async function forget(): Promise<void> {
    asked.value = undefined
    phase.value = 'idle'
    await memory.theRepository().keep(sessionKey, undefined)
  }

  function end(): void {
    asked.value = undefined
    phase.value = 'over'
    keep()
  }

  return { phase, plan, queue, order, answered, asked, position, ratings, isPractice, mayOverrule, deadlineMs, canUndo, canRedo, pastStep, unsaved, slipping, problem, findKept, drawAgain, open, renew, change, check, giveUp, overrule, rate, undo, redo, changeRating, suspend, toggleFlag, forget, end }
})
