/** One sitting: which question is on the screen, what was answered, and what comes next. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { QuestionId } from '../../src/content/ids.ts'
import type { Question } from '../../src/content/question-schema.ts'
import type { Outcome } from '../../src/memory/schedule.ts'
import type { Confidence, Rating } from '../../src/memory/event.ts'
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
  /** Set once the answer was submitted. */
  readonly checked?: { readonly graded: Graded; readonly confidence?: Confidence; readonly thinkingMs: number; readonly previews: Record<Rating, Outcome>; readonly overruled: boolean }
  /** Why the last submission did not count, when it did not. */
  readonly notYet?: Graded
}

export type Phase = 'idle' | 'loading' | 'asking' | 'checked' | 'saving' | 'empty' | 'over'

/** What was asked; a cloze keeps its text on either side of the gap. */
const stemOf = (variant: Variant) => (variant.kind === 'cloze' ? `${variant.before} … ${variant.after}` : variant.stem)

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
  const canUndo = ref(0)
  const problem = shallowRef<unknown>()
  const unsaved = ref(false)
  /** What was said of a question that keeps being forgotten; until the next rating. */
  const slipping = ref<'told' | 'set-aside'>()

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
    canUndo.value = 0
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
    order.value = queue.value.items.slice(0, wanted.exam?.questions).map((item) => item.question.id)
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
    asked.value = { question, variant, answer, shownMs: memory.readClock().utcMs }
    phase.value = 'asking'
    if (current?.checked) check(current.confidence, current.thinkingMs)
    else keep()
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
      questionId: id, rev, seed: now.variant.seed, answer, verdict: graded.verdict.kind, rating, thinkingMs, practice,
      ...(overruled && { overruledTo: 'right' as const }), ...(confidence && { confidence }),
    })
    unsaved.value = recorded.kind === 'unsaved'
    const returns = practice ? rating === 'again' && !plan.value?.exam : previews[rating].stepMinutes > 0
    const setsAside = slips && memory.settings.leechAction === 'suspend'
    if (setsAside) await memory.act('suspend', id)
    slipping.value = slips ? (setsAside ? 'set-aside' : 'told') : undefined
    if (returns && !setsAside) order.value = [...order.value, id]
    answered.value = [...answered.value, { id, seed: now.variant.seed, answer, confidence, verdict: overruled ? 'right' : graded.verdict.kind, stem: stemOf(now.variant), explanation: now.variant.explanation }]
    // Undo takes back one entry of the log; setting aside is a second one, which the question's own page takes back.
    canUndo.value = setsAside ? 0 : canUndo.value + 1
    await show()
  }

  /** Takes the last rating back and shows its answer again, so that another rating can be given. */
  async function undo(): Promise<void> {
    const last = answered.value.at(-1)
    if (canUndo.value === 0 || !last || phase.value === 'saving') return
    phase.value = 'saving'
    await memory.undo()
    canUndo.value -= 1
    answered.value = answered.value.slice(0, -1)
    const returned = order.value.lastIndexOf(last.id)
    if (returned > position.value) order.value = order.value.filter((_, index) => index !== returned)
    await show({ seed: last.seed, answer: last.answer, checked: true, confidence: last.confidence, thinkingMs: 0 })
  }

  /** Leaves this question out: for good when it is suspended. */
  async function suspend(): Promise<void> {
    const id = asked.value?.question.id
    if (!id || phase.value === 'saving') return
    await memory.act('suspend', id)
    order.value = order.value.filter((other, index) => index < position.value || other !== id)
    canUndo.value = 0
    await show()
  }

  async function toggleFlag(): Promise<void> {
    const id = asked.value?.question.id
    if (id) await memory.act(memory.stateOf(id).flagged ? 'unflag' : 'flag', id)
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

  return { phase, plan, queue, order, answered, asked, position, ratings, isPractice, mayOverrule, deadlineMs, canUndo, unsaved, slipping, problem, findKept, open, renew, change, check, giveUp, overrule, rate, undo, suspend, toggleFlag, forget, end }
})
