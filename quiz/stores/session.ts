/** One sitting: which question is on the screen, what was answered, and what comes next. */
import { defineStore } from 'pinia'
import { computed, nextTick, ref, shallowRef } from 'vue'
import type { QuestionId } from '../../src/content/ids.ts'
import type { Question } from '../../src/content/question-schema.ts'
import type { Outcome } from '../../src/memory/schedule.ts'
import { type Confidence, eventId, type Rating } from '../../src/memory/event.ts'
import type { Queue } from '../../src/memory/queue.ts'
import { type Answer, emptyAnswer, gaveUp } from '../../src/questions/answer.ts'
import { allowedRatings } from '../../src/questions/confidence.ts'
import { canOverrule } from '../../src/questions/overrule.ts'
import type { FindMechanism } from '../../src/questions/kinds/kind.ts'
import { makeVariant, type Variant } from '../../src/questions/variant.ts'
import { gradeAnswer, type Graded } from '../../src/questions/verdict.ts'
import { findStub } from '../linking.ts'
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

export type Phase = 'idle' | 'loading' | 'asking' | 'checked' | 'saving' | 'empty' | 'over'

/** What was asked; a cloze keeps its text on either side of the gap. */
const stemOf = (variant: Variant) => (variant.kind === 'cloze' ? `${variant.before} … ${variant.after}` : variant.stem)

/** Something done in this session that can be taken back: so many entries of the log, and then the session's own way back. */
interface UndoStep {
  readonly entries: number
  readonly goBack: () => Promise<void> | void
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
  const problem = shallowRef<unknown>()
  const unsaved = ref(false)
  /** What was said of a question that keeps being forgotten; until the next rating. */
  const slipping = ref<'told' | 'set-aside'>()

  const canUndo = computed(() => undoSteps.value.length)
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
    return kept && kept.day === memory.todayNumber && kept.answered.length < kept.order.length ? kept : undefined
  }

  function keep(): void {
    const { answer, variant, checked } = asked.value ?? {}
    void memory.theRepository().keep(sessionKey, phase.value === 'over' ? undefined : jsonOf({
      query: query.value, order: order.value, answered: answered.value, startedMs: startedMs.value, day: day.value,
      ...(answer && variant && { current: { seed: variant.seed, answer, checked: checked !== undefined, confidence: checked?.confidence, thinkingMs: checked?.thinkingMs ?? 0 } }),
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
    const commons = wanted.issue ? await library.loadCommons() : undefined
    startedMs.value = memory.readClock().utcMs
    day.value = memory.todayNumber
    queue.value = memory.plan({ scope: scopeOf(wanted, library.catalogue, commons), mode: wanted.mode, minutes: wanted.minutes })
    const ids = queue.value.items.slice(0, wanted.exam?.questions).map((item) => item.question.id)
    order.value = wanted.inOrder ? wanted.questions?.filter((id) => ids.includes(id)) ?? ids : ids
    answered.value = []
    if (order.value.length === 0) phase.value = 'empty'
    else await show()
  }

  /** Puts the question of the present place on the screen, with the answer given so far if there is one. */
  async function show(current?: KeptSession['current']): Promise<void> {
    const id = order.value[position.value]
    if (id === undefined) return end()
    problem.value = undefined
    try { await put(id, current) }
    catch (error) {
      problem.value = error
      console.error(error)
    }
  }

  async function put(id: QuestionId, current: KeptSession['current']): Promise<void> {
    const stub = findStub(library.catalogue, id)
    const question = stub && (await library.loadArticle(stub.article)).questions.find((one) => one.id === id)
    if (!question) throw new Error(`the library has no question “${id}”`)
    const mechanisms: FindMechanism = question.kind === 'parametric' ? (await import('../../src/mechanisms/registry.ts')).findMechanism : () => undefined
    const variant = makeVariant(question, { mechanisms, ...(current ? { seed: current.seed } : { reviewCount: memory.stateOf(id).reviews }) })
    // Grading is total: an answer of another shape, kept from an older version, is simply not graded.
    const answer = current ? current.answer as unknown as Answer : emptyAnswer(variant)
    asked.value = { question, variant, answer, shownMs: memory.readClock().utcMs, reviewsBefore: memory.stateOf(id).reviews }
    phase.value = 'asking'
    if (current?.checked) check(current.confidence, current.thinkingMs)
    // The screen first: the first thing to write also fetches the database's library.
    else void nextTick(keep)
  }

  /** Shows the same place once more: after the library changed under it, or when it could not be shown before. */
  async function renew(): Promise<void> {
    const now = asked.value
    if (phase.value === 'saving' || phase.value === 'over' || phase.value === 'empty') return
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
    keep()
    if (plan.value?.exam) void rate(graded.verdict.kind === 'right' ? 'good' : graded.verdict.kind === 'partly' ? 'hard' : 'again')
  }

  function giveUp(): void {
    if (!asked.value) return
    asked.value = { ...asked.value, answer: gaveUp }
    check('guess')
  }

  function overrule(): void {
    if (asked.value?.checked) asked.value = { ...asked.value, checked: { ...asked.value.checked, overruled: true } }
  }

  /** Records the answer; only when it is durable, or known to be kept unsaved, does the screen move on. */
  async function rate(rating: Rating): Promise<void> {
    const now = asked.value
    if (phase.value !== 'checked' || !now?.checked) return
    phase.value = 'saving'
    const { graded, confidence, thinkingMs, previews, overruled } = now.checked
    const { id, rev } = now.question
    const practice = isPractice.value
    const answer = jsonOf(now.answer)
    const slips = !practice && memory.slipsAgain(id, rating)
    const recorded = await memory.answer({
      questionId: id, rev, seed: now.variant.seed, answer, verdict: graded.verdict.kind, rating, thinkingMs, practice, reviewsBefore: now.reviewsBefore,
      ...(overruled && { overruledTo: 'right' as const }), ...(confidence && { confidence }),
    })
    unsaved.value = recorded.kind === 'unsaved'
    const returns = practice ? rating === 'again' && !plan.value?.exam : previews[rating].stepMinutes > 0
    const setsAside = slips && memory.settings.leechAction === 'suspend'
    if (setsAside) await memory.act('suspend', id)
    slipping.value = slips ? (setsAside ? 'set-aside' : 'told') : undefined
    const [orderBefore, answeredBefore] = [order.value, answered.value]
    addUndoStep(setsAside ? 2 : 1, async () => {
      order.value = orderBefore
      answered.value = answeredBefore
      slipping.value = undefined
      // An exam says nothing: there the answer opens again.
      await show({ seed: now.variant.seed, answer, checked: plan.value?.exam === undefined, confidence, thinkingMs: 0 })
    })
    const [event] = recorded.events
    if (returns && !setsAside) order.value = [...order.value, id]
    answered.value = [...answered.value, { id, seed: now.variant.seed, answer, confidence, verdict: overruled ? 'right' : graded.verdict.kind, stem: stemOf(now.variant), explanation: now.variant.explanation, ...(event && !practice && { rated: { event: eventId(event), rating } }) }]
    await show()
  }

  function addUndoStep(entries: number, goBack: UndoStep['goBack']): void {
    undoSteps.value = [...undoSteps.value, { entries, goBack }]
  }

  /** Takes back what was done last: after a rating its answer shows again, so that another rating can be given. */
  async function undo(): Promise<void> {
    const last = undoSteps.value.at(-1)
    if (!last || phase.value === 'saving') return
    const before = phase.value
    phase.value = 'saving'
    for (let entry = 0; entry < last.entries; entry += 1) await memory.undo()
    undoSteps.value = undoSteps.value.slice(0, -1)
    phase.value = before
    await last.goBack()
    keep()
  }

  /** Gives an answer of this session another rating, as if it had been given then. */
  async function changeRating(index: number, rating: Rating): Promise<void> {
    const given = answered.value[index]
    const entry = given?.rated && await memory.findGiven(given.rated.event)
    if (!given?.rated || !entry || phase.value === 'saving') return
    const { rated } = given
    const recorded = await memory.changeRating(entry, rating)
    unsaved.value = recorded.kind === 'unsaved'
    const orderBefore = order.value
    const setRating = (to: Rating) => { answered.value = answered.value.map((one, at) => (at === index ? { ...one, rated: { ...rated, rating: to } } : one)) }
    setRating(rating)
    // What comes back within minutes stands further on in this session; what does not, no more. The one on the screen stays.
    const returns = memory.previewRatesOf(entry)[rating].stepMinutes > 0
    const returnsAt = order.value.lastIndexOf(given.id)
    if (returns && returnsAt < position.value && phase.value !== 'over') order.value = [...order.value, given.id]
    else if (!returns && returnsAt > position.value) order.value = order.value.filter((_, at) => at !== returnsAt)
    addUndoStep(1, () => {
      order.value = orderBefore
      setRating(rated.rating)
    })
    keep()
  }

  /** Leaves this question out: for good when it is suspended. */
  async function suspend(): Promise<void> {
    const now = asked.value
    if (!now || phase.value === 'saving') return
    const orderBefore = order.value
    await memory.act('suspend', now.question.id)
    order.value = order.value.filter((other, index) => index < position.value || other !== now.question.id)
    addUndoStep(1, async () => {
      order.value = orderBefore
      await show()
    })
    await show()
  }

  async function toggleFlag(): Promise<void> {
    const id = asked.value?.question.id
    if (!id) return
    await memory.act(memory.stateOf(id).flagged ? 'unflag' : 'flag', id)
    addUndoStep(1, () => {})
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

  return { phase, plan, queue, order, answered, asked, position, ratings, isPractice, mayOverrule, deadlineMs, canUndo, unsaved, slipping, problem, findKept, open, renew, change, check, giveUp, overrule, rate, undo, changeRating, suspend, toggleFlag, forget, end }
})
