/** What is remembered, as the pages see it: asks the repository, calls the memory core, and tells what happened. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef, triggerRef } from 'vue'
import type { QuestionId } from '../../src/content/ids.ts'
import { findLoggedAnswer } from '../../src/memory/answer-history.ts'
import { dayNumber, type Moment } from '../../src/memory/day-clock.ts'
import { becomesLeech, draftAction, draftAnswer, draftClockRepair, draftIntroductions, draftParameters, draftRate, draftRedo, draftSetDue, draftUndo, type GivenAnswer, previewQuestion, previewRates, type SimpleAction } from '../../src/memory/draft.ts'
import type { ActionEvent, EventDraft, EventId, Rating } from '../../src/memory/event.ts'
import type { Weights } from '../../src/memory/fsrs-model.ts'
import { type AnswerEntry, emptyMemory, findAnswer, findFutureQuestions, findRedoable, findUndoable, type Memory, stateOf as findState } from '../../src/memory/memory.ts'
import { buildQueue, type Queue, type QueueRequest } from '../../src/memory/queue.ts'
import { defaultSettings, type LearnerSettings } from '../../src/memory/settings.ts'
import { recallByArticle } from '../../src/memory/statistics/expected-recall.ts'
import { forecastDays } from '../../src/memory/statistics/workload.ts'
import type { Health, Repository } from '../../src/storage/repository.ts'
import { useLibrary } from './library.ts'

/** The device's clock; passed in, so that tests can move it. */
export type Clock = () => Moment

export const useMemory = defineStore('memory', () => {
  const library = useLibrary()
  let repository: Repository | undefined
  let clock: Clock = () => ({ utcMs: 0, offsetMinutes: 0 })

  const memory = shallowRef<Memory>(emptyMemory())
  const settings = shallowRef<LearnerSettings>(defaultSettings)
  const health = shallowRef<Health>()
  const moment = shallowRef<Moment>(clock())
  const isReady = ref(false)

  const todayNumber = computed(() => dayNumber(moment.value, settings.value.rolloverHour))
  const today = computed(() => ({
    queue: plan({}),
    articles: recallByArticle(library.catalogue.questions, memory.value, todayNumber.value),
    week: forecastDays(memory.value, todayNumber.value, 7),
    isFirstVisit: memory.value.days.size === 0,
  }))
  const futureQuestions = computed(() => findFutureQuestions(memory.value, todayNumber.value))

  /** Wires the store to where the log is kept. Called once, at start. */
  async function connect(opened: Repository, deviceClock: Clock): Promise<void> {
    repository = opened
    clock = deviceClock
    moment.value = clock()
    opened.subscribe((change) => {
      switch (change.kind) {
        case 'recorded': triggerRef(memory); break
        case 'replaced': memory.value = change.memory; break
        case 'settings': settings.value = change.settings; break
        case 'health': health.value = change.health; break
      }
    })
    const loaded = await opened.load()
    memory.value = loaded.memory
    settings.value = loaded.settings
    isReady.value = true
    void opened.health().then((now) => { health.value = now })
  }

  function theRepository(): Repository {
    if (!repository) throw new Error('the memory store was used before it was connected')
    return repository
  }

  /** The moment now, which is also the one that today's numbers are reckoned at. */
  function readClock(): Moment {
    moment.value = clock()
    return moment.value
  }

  const stateOf = (id: QuestionId) => findState(memory.value, id)
  const plan = (request: Pick<QueueRequest, 'scope' | 'mode' | 'minutes'>): Queue => buildQueue({ ...request, questions: library.catalogue.questions, memory: memory.value, moment: moment.value, settings: settings.value })
  const preview = (id: QuestionId) => previewQuestion(memory.value, settings.value, id, readClock())

  /** Whether forgetting it once more makes it one that keeps being forgotten. */
  const slipsAgain = (id: QuestionId, rating: Rating) => becomesLeech(memory.value, settings.value, id, rating)

  const record = (draft: EventDraft) => theRepository().record(draft)
  const answer = (given: GivenAnswer) => record(draftAnswer(memory.value, settings.value, given, readClock()))
  const act = (action: SimpleAction, id: QuestionId) => record(draftAction(settings.value, action, id, readClock()))
  const introduce = (ids: readonly QuestionId[]) => theRepository().record(...draftIntroductions(memory.value, settings.value, ids, readClock()))
  const setDue = (id: QuestionId, dueDay: number) => record(draftSetDue(settings.value, id, dueDay, readClock()))
  const repairClock = () => record(draftClockRepair(settings.value, readClock()))
  /** An answer by its name in the log, of any age; undefined when it does not count any more. */
  const findGiven = async (id: EventId) => findAnswer(memory.value, id) ?? findLoggedAnswer(await theRepository().readLog(), id)
  /** What each rating would have done when the answer was given: for the keys of a new rating. */
  const previewRatesOf = (entry: AnswerEntry) => previewRates(memory.value, settings.value, entry)
  /** Gives an earlier answer another rating; it counts as if given then, and `undo` takes it back. */
  const changeRating = (entry: AnswerEntry, rating: Rating) => record(draftRate(memory.value, settings.value, entry, rating, readClock()))

  const fitParameters = (onProgress: (share: number) => void, signal: AbortSignal) => theRepository().fitParameters(onProgress, signal)
  const takeUpParameters = (weights: Weights) => record(draftParameters(settings.value, weights, readClock()))

  const undoable = computed(() => findUndoable(memory.value))
  const canUndo = computed(() => undoable.value !== undefined || memory.value.hasOlderActions)
  const canRedo = computed(() => findRedoable(memory.value) !== undefined)

  /** Takes back the newest action that counts, and tells which; undefined when there is none. What is older than the memory's journal is read from the log first. */
  async function undo(): Promise<ActionEvent | undefined> {
    if (findUndoable(memory.value) === undefined && memory.value.hasOlderActions) await theRepository().readBack()
    const action = findUndoable(memory.value)
    const draft = draftUndo(memory.value, settings.value, readClock())
    if (draft) await record(draft)
    return action
  }

  /** Brings back what was undone last, and tells what; undefined when there is nothing, as after every new action. */
  async function redo(): Promise<ActionEvent | undefined> {
    const action = findRedoable(memory.value)
    const draft = draftRedo(memory.value, settings.value, readClock())
    if (draft) await record(draft)
    return action
  }

  async function changeSettings(change: Partial<LearnerSettings>): Promise<void> {
    settings.value = { ...settings.value, ...change }
    await theRepository().saveSettings(settings.value)
  }

  async function refresh(): Promise<void> {
    readClock()
    await theRepository().refresh()
    health.value = await theRepository().health()
  }

  return { memory, settings, health, moment, isReady, todayNumber, today, futureQuestions, connect, theRepository, readClock, stateOf, plan, preview, slipsAgain, answer, findGiven, previewRatesOf, changeRating, act, introduce, setDue, fitParameters, takeUpParameters, undoable, canUndo, canRedo, undo, redo, repairClock, changeSettings, refresh }
})
