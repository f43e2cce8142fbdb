/** One sitting: which question is on the screen, what was answered, and what comes next. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { QuestionId } from '../../src/content/ids.ts'
import type { Question } from '../../src/content/question-schema.ts'
import type { Outcome } from '../../src/memory/schedule.ts'
import { type AnswerEvent, type Confidence, eventId, type Rating } from '../../src/memory/event.ts'
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

/** Something done in this session that can be taken back and brought again: so many entries of the log, and then the session's own way. */
interface UndoStep {
  readonly entries: number
  readonly goBack: () => Promise<void> | void
  readonly goForward: () => Promise<void> | void
}

/** How far a session has come. */
type Place = Pick<KeptSession, 'order' | 'answered'>

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

  const canUndo = computed(() => undoSteps.value.length)
  const canRedo = computed(() => redoSteps.value.length)
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
  const isPractice = computed(() => {
    const id = asked.value?.question.id
    if (plan.value?.mode.kind !== 'cram' || id === undefined) return false
    const state = memory.stateOf(id)
    return plan.value.questions === undefined || (state.stage !== 'new' && state.dueDay > memory.todayNumber)
  })
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
    const { variant } = await prepare(event.questionId, { seed: event.seed })
    const { questionId: id, seed, answer, confidence, practice, rating } = event
    return { id, seed, answer, confidence, verdict: event.overruledTo ?? event.verdict, stem: stemOf(variant), explanation: variant.explanation, event: eventId(event), ...(!practice && { rating }) }
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
  async function prepare(id: QuestionId, drawn: { readonly seed: number }): Promise<{ question: Question; variant: Variant }> {
    const question = await fetchQuestion(id)
    return { question, variant: draw(question, drawn) }
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
    if (setsAside) await memory.act('suspend', id)
    slipping.value = slips ? (setsAside ? 'set-aside' : 'told') : undefined
    const [event] = recorded.events
    const before: Place = { order: order.value, answered: answered.value }
    const given: SessionAnswer = { id, seed: now.variant.seed, answer, confidence, verdict: overruled ? 'right' : graded.verdict.kind, stem: stemOf(now.variant), explanation: now.variant.explanation, ...(event && { event: eventId(event) }), ...(!practice && { rating }) }
    const after = { order: returns && !setsAside ? [...order.value, id] : order.value, answered: [...answered.value, given] }
    const stand = (at: Place, current?: KeptSession['current']) => {
      slipping.value = undefined
      return show(current, at)
    }
    // An exam says nothing: there the answer opens again.
    addUndoStep(setsAside ? 2 : 1, () => stand(before, { seed: now.variant.seed, answer, checked: plan.value?.exam === undefined, confidence, thinkingMs: 0 }), () => stand(after))
    await show(undefined, after)
  }

  function addUndoStep(entries: number, goBack: UndoStep['goBack'], goForward: UndoStep['goForward']): void {
    undoSteps.value = [...undoSteps.value, { entries, goBack, goForward }]
    redoSteps.value = []
  }

  /** Takes back what was done last: after a rating its answer shows again, so that another rating can be given. */
  async function undo(): Promise<void> {
    const last = undoSteps.value.at(-1)
    if (!last || isStoring) return
    isStoring = true
    for (let entry = 0; entry < last.entries; entry += 1) await memory.undo()
    undoSteps.value = undoSteps.value.slice(0, -1)
    redoSteps.value = [...redoSteps.value, last]
    isStoring = false
    await last.goBack()
    keep()
  }

  /** Brings back what was taken back last: after a rating the next question shows again. */
  async function redo(): Promise<void> {
    const next = redoSteps.value.at(-1)
    if (!next || isStoring) return
    isStoring = true
    let isBack = true
    for (let entry = 0; isBack && entry < next.entries; entry += 1) isBack = await memory.redo()
    isStoring = false
    // Something new that was done in another tab ends what can be brought back.
    redoSteps.value = isBack ? redoSteps.value.slice(0, -1) : []
    if (!isBack) return
    undoSteps.value = [...undoSteps.value, next]
    await next.goForward()
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
    addUndoStep(1, () => stand(before), () => stand(after))
    keep()
  }

  /** Leaves this question out: for good when it is suspended. */
  async function suspend(): Promise<void> {
    const now = asked.value
    if (!now || isStoring) return
    const before = order.value
    const after = before.filter((other, index) => index < position.value || other !== now.question.id)
    await memory.act('suspend', now.question.id)
    const stand = (at: typeof before) => show(undefined, { order: at, answered: answered.value })
    addUndoStep(1, () => stand(before), () => stand(after))
    await stand(after)
  }

  async function toggleFlag(): Promise<void> {
    const id = asked.value?.question.id
    if (!id) return
    await memory.act(memory.stateOf(id).flagged ? 'unflag' : 'flag', id)
    addUndoStep(1, () => {}, () => {})
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

  return { phase, plan, queue, order, answered, asked, position, ratings, isPractice, mayOverrule, deadlineMs, canUndo, canRedo, unsaved, slipping, problem, findKept, open, renew, change, check, giveUp, overrule, rate, undo, redo, changeRating, suspend, toggleFlag, forget, end }
})
