/** What memory.ts measures, in the page: it is called from outside, step by step, through `window.memoryBench`. */
import { Dexie, type EntityTable } from 'dexie'
import { createEmptyCard, fsrs, type FSRSHistory } from 'ts-fsrs'
import type { QuestionId } from '../../content/ids.ts'
import type { QuestionStub } from '../../content/library.ts'
import { draftAnswer } from '../../memory/draft.ts'
import type { AnswerEvent, Rating } from '../../memory/event.ts'
import type { Memory } from '../../memory/memory.ts'
import { buildQueue } from '../../memory/queue.ts'
import { replay } from '../../memory/replay.ts'
import { defaultSettings, type LearnerSettings } from '../../memory/settings.ts'
import { writeBackup } from '../../storage/backup.ts'
import { makeLog, makeQuestions } from '../../storage/bench/make-log.ts'
import { eventsPerSegment, type SegmentRow } from '../../storage/log-store.ts'
import { readParts, unpackMemory } from '../../storage/log-work.ts'
import { openRepository } from '../../storage/open-repository.ts'
import type { Loaded, Repository } from '../../storage/repository.ts'
import { packSegment } from '../../storage/segment.ts'
import { WorkerWork } from '../../storage/worker-work.ts'

export interface MemoryBenchSize {
  readonly reviews: number
  readonly questions: number
  /** How many reviews the slower ways are measured on. */
  readonly compare: number
}
interface Watched { readonly ms: number; readonly longestBlockMs: number }

const databaseName = 'lectern-bench'
const rowDatabaseName = 'lectern-bench-rows'
const heartbeatMs = 4
const dayMs = 86_400_000
const grades = { again: 1, hard: 2, good: 3, easy: 4 } as const satisfies Record<Rating, number>
/** Everything that is due, not only what a day allows. */
const unlimited: LearnerSettings = { ...defaultSettings, reviewsPerDay: 1_000_000 }

class MemoryBench {
  #questions: readonly QuestionStub[] = []
  #compared: readonly AnswerEvent[] = []
  #segments: readonly SegmentRow[] = []
  #memory: Memory | undefined
  #repository: Repository | undefined

  /** Makes the log; returns bytes per review once sealed. */
  prepare({ reviews, questions, compare }: MemoryBenchSize): number {
    this.#questions = readQuestions(questions)
    const log = makeLog(reviews, this.#questions)
    this.#segments = packAll(log)
    // A learner's page never holds the whole log, so this one lets it go before anything is timed.
    this.#compared = log.slice(0, compare)
    return this.#segments.reduce((sum, { bytes }) => sum + bytes.length, 0) / reviews
  }

  /** Into an empty database each time; the last stays. */
  async restore(runs: number): Promise<Watched[]> {
    const file = this.#writeBackup()
    return repeat(runs, async () => {
      await Dexie.delete(databaseName)
      const repository = await openRepository({ name: databaseName })
      await repository.load()
      const watched = await watch(async () => {
        const restored = await repository.restore(file, 'replace')
        if (!restored.ok) throw new Error(restored.problems.map(({ hint }) => hint).join(' '))
      })
      repository.close()
      return watched
    })
  }

  /** Into the app's own database, which is at the same origin. */
  async fillApp(): Promise<void> {
    const repository = await openRepository()
    await repository.load()
    const restored = await repository.restore(this.#writeBackup(), 'replace')
    repository.close()
    if (!restored.ok) throw new Error(restored.problems.map(({ hint }) => hint).join(' '))
  }

  async replay(runs: number): Promise<Watched[]> {
    return repeat(runs, async () => {
      const work = new WorkerWork()
      // As the database gives them: the reader's own.
      const segments = this.#segments.map((row) => ({ ...row, bytes: row.bytes.slice() }))
      const watched = await watch(async () => {
        this.#memory = unpackMemory((await work.replay({ segments, rest: [] })).memory)
      })
      work.close()
      return watched
    })
  }

  /** A month after the last review, when most is due. */
  buildQueues(runs: number): { everythingMs: number; limitedMs: number }[] {
    const memory = this.#memory
    if (memory === undefined) throw new Error('replay first')
    const moment = { utcMs: memory.newest.order + 30 * dayMs, offsetMinutes: 120 }
    const time = (settings: LearnerSettings): number => timeOf(() => buildQueue({ questions: this.#questions, memory, moment, settings }))
    return Array.from({ length: runs }, () => ({ everythingMs: time(unlimited), limitedMs: time(defaultSettings) }))
  }

  /** From nothing to a question that can be shown; stays open for `answer`. */
  async open(questionCount: number): Promise<number> {
    this.#questions = readQuestions(questionCount)
    const start = performance.now()
    this.#repository = await openRepository({ name: databaseName })
    const { memory, settings } = await this.#repository.load()
    const { items } = buildQueue({ questions: this.#questions, memory, settings, moment: { utcMs: Date.now(), offsetMinutes: 0 } })
    if (items[0] === undefined) throw new Error('nothing is due')
    return performance.now() - start
  }

  /** From the rating key to what the disk acknowledges, one answer after the other. */
  async answer(count: number): Promise<number[]> {
    const repository = this.#repository
    if (repository === undefined) throw new Error('open first')
    const { memory, settings }: Loaded = await repository.load()
    const times: number[] = []
    for (const question of this.#questions.slice(0, count)) {
      const start = performance.now()
      const draft = draftAnswer(memory, settings, { questionId: question.id, rev: 1, seed: 1, verdict: 'right', rating: 'good', thinkingMs: 4_000, answer: { kind: 'choice', option: 'share-stays-small' } }, { utcMs: Date.now(), offsetMinutes: 0 })
      const { kind } = await repository.record(draft)
      times.push(performance.now() - start)
      if (kind !== 'durable') throw new Error('an answer could not be stored')
    }
    return times
  }

  /** The same reviews as sealed segments and as a row each: written, packing included, and read back as entries. */
  async compareRows(): Promise<{ sealedWriteMs: number; rowWriteMs: number; sealedReadMs: number; rowReadMs: number }> {
    const log = this.#compared
    await Dexie.delete(rowDatabaseName)
    const database = new RowDatabase()
    await database.open()
    const sealedWriteMs = await timeOfAsync(() => database.segments.bulkAdd(packAll(log)))
    const rowWriteMs = await timeOfAsync(() => database.reviews.bulkAdd(log))
    const sealedReadMs = await timeOfAsync(async () => readParts({ segments: await database.segments.toArray(), rest: [] }, { details: true }))
    const rowReadMs = await timeOfAsync(() => database.reviews.toArray())
    await database.delete()
    return { sealedWriteMs, rowWriteMs, sealedReadMs, rowReadMs }
  }

  /** The states of all questions from the same reviews, here and in ts-fsrs, both in this thread. */
  compareReschedule(runs: number): { replayMs: number; rescheduleMs: number }[] {
    const log = this.#compared
    const histories = groupByQuestion(log)
    return Array.from({ length: runs }, () => ({ replayMs: timeOf(() => replay(log)), rescheduleMs: timeOf(() => { rescheduleAll(histories) }) }))
  }

  #writeBackup(): Uint8Array {
    return writeBackup({ writtenUtcMs: Date.now(), events: this.#segments.reduce((sum, { count }) => sum + count, 0), questions: this.#questions.length, settings: defaultSettings, segments: this.#segments })
  }
}

class RowDatabase extends Dexie {
  declare readonly reviews: EntityTable<AnswerEvent, 'order'>
  declare readonly segments: EntityTable<SegmentRow, 'key'>

  constructor() {
    super(rowDatabaseName)
    this.version(1).stores({ reviews: 'order, questionId', segments: 'key' })
  }
}

function rescheduleAll(histories: ReadonlyMap<QuestionId, readonly AnswerEvent[]>): void {
  const scheduler = fsrs({ enable_fuzz: false })
  for (const answers of histories.values()) {
    const reviews = answers.map(({ rating, utcMs }): FSRSHistory => ({ rating: grades[rating], review: new Date(utcMs) }))
    const [first] = answers
    if (first !== undefined) scheduler.reschedule(createEmptyCard(new Date(first.utcMs)), reviews)
  }
}

function groupByQuestion(log: readonly AnswerEvent[]): Map<QuestionId, AnswerEvent[]> {
  const histories = new Map<QuestionId, AnswerEvent[]>()
  for (const answer of log) {
    const history = histories.get(answer.questionId)
    if (history === undefined) histories.set(answer.questionId, [answer])
    else history.push(answer)
  }
  return histories
}

/** Ids as whole strings, as the compiled library holds them; those just put together from pieces are slower to look up. */
function readQuestions(count: number): readonly QuestionStub[] {
  return JSON.parse(JSON.stringify(makeQuestions(count))) as QuestionStub[] // JSON keeps every field of a stub
}

function packAll(log: readonly AnswerEvent[]): SegmentRow[] {
  return Array.from({ length: Math.ceil(log.length / eventsPerSegment) }, (_, index) => packSegment(log.slice(index * eventsPerSegment, (index + 1) * eventsPerSegment)))
}

function timeOf(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

async function timeOfAsync(work: () => PromiseLike<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function repeat<Value>(runs: number, work: () => Promise<Value>): Promise<Value[]> {
  const values: Value[] = []
  for (let run = 0; run < runs; run += 1) values.push(await work())
  return values
}

/** Times the work, and the longest that a timer in the page was late meanwhile. */
async function watch(work: () => Promise<void>): Promise<Watched> {
  const start = performance.now()
  let last = start
  let longestBlockMs = 0
  const beat = (): void => {
    const now = performance.now()
    longestBlockMs = Math.max(longestBlockMs, now - last - heartbeatMs)
    last = now
  }
  const heart = setInterval(beat, heartbeatMs)
  await work()
  clearInterval(heart)
  beat()
  return { ms: last - start, longestBlockMs }
}

declare global {
  interface Window { memoryBench: MemoryBench }
}
window.memoryBench = new MemoryBench()
