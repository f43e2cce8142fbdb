import { describe, expect, it } from 'vitest'
import { articleSlug, claimId, questionId, type QuestionId } from '../content/ids.ts'
import type { QuestionStub } from '../content/library.ts'
import { SimulatedDevice, someMoment } from './arbitrary-log.ts'
import { dayNumber, type Moment } from './day-clock.ts'
import { draftAction, draftSetDue } from './draft.ts'
import { emptyMemory, putState, type Memory } from './memory.ts'
import { buildQueue, type QueueRequest } from './queue.ts'
import { defaultSettings } from './settings.ts'

const today = dayNumber(someMoment, 4)

function stub(name: string, change: Partial<QuestionStub> = {}): QuestionStub {
  return { id: questionId.parse(name), article: articleSlug.parse('o1-value'), rev: 1, kind: 'choice', level: 'recall', claims: [claimId.parse(`claim-of-${name}`)], generated: false, givenAwayBy: [], ...change }
}
function stubs(count: number, change: (index: number) => Partial<QuestionStub> = () => ({})): QuestionStub[] {
  return Array.from({ length: count }, (_, index) => stub(`q-${index}`, change(index)))
}
function queue(questions: readonly QuestionStub[], memory: Memory, change: Partial<QueueRequest> = {}): ReturnType<typeof buildQueue> {
  return buildQueue({ questions, memory, moment: someMoment, settings: defaultSettings, ...change })
}
/** A memory in which these questions are in review: last seen so many days ago, due so many days from today. */
function remembering(questions: readonly QuestionStub[], { ago = 10, dueIn = 0, stability = () => 10 }: { ago?: number; dueIn?: number; stability?: (index: number) => number } = {}): Memory {
  const memory = emptyMemory()
  for (const [index, { id }] of questions.entries()) {
    putState(memory, id, { stage: 'review', stability: stability(index), difficulty: 5, lastDay: today - ago, dueDay: today + dueIn, reviews: 3, lapses: 0, suspended: false, flagged: false, failedDay: -1 })
  }
  return memory
}
function idsOf(result: ReturnType<typeof buildQueue>): QuestionId[] {
  return result.items.map(({ question }) => question.id)
}

describe('the queue', () => {
  it('offers as many new questions as a day allows, opened ones first', () => {
    const questions = stubs(30)
    const device = new SimulatedDevice('left')
    device.write(draftAction(defaultSettings, 'introduce', questions[20]!.id, someMoment))
    const result = queue(questions, device.memory)
    expect(result.items).toHaveLength(10)
    expect(idsOf(result)[0]).toBe(questions[20]!.id)
    expect(result.postponed['new-limit']).toBe(20)
    expect(idsOf(queue(questions, device.memory, { settings: { ...defaultSettings, newFrom: 'opened-only' } }))).toEqual([questions[20]!.id])
  })

  it('counts what was done today against the limits', () => {
    const questions = stubs(30)
    const device = new SimulatedDevice('left')
    for (const { id } of questions.slice(0, 4)) device.answer(id, 'easy', someMoment)
    expect(queue(questions, device.memory).counts.new).toBe(6)
  })

  it('brings learning steps first, and lists those that come later', () => {
    const questions = stubs(12)
    const device = new SimulatedDevice('left')
    device.answer(questions[0]!.id, 'again', someMoment)
    device.answer(questions[1]!.id, 'good', someMoment)
    const soon: Moment = { ...someMoment, utcMs: someMoment.utcMs + 2 * 60_000 }
    const result = queue(questions, device.memory, { moment: soon })
    expect(result.items[0]).toMatchObject({ question: { id: questions[0]!.id }, reason: 'learning' })
    expect(result.waiting.map(({ question }) => question.id)).toEqual([questions[1]!.id])
  })

  it('never brings two siblings in a day, nor a question beside one that gives it away', () => {
    const shared = claimId.parse('shared')
    const questions = [stub('a', { claims: [shared] }), stub('b', { claims: [shared] }), stub('c', { givenAwayBy: [questionId.parse('d')] }), stub('d')]
    const result = queue(questions, remembering(questions))
    expect(result.items.filter(({ question }) => question.claims[0] === shared)).toHaveLength(1)
    expect(result.postponed.sibling).toBe(1)
    const ids = idsOf(result)
    const [c, d] = [ids.indexOf(questions[2]!.id), ids.indexOf(questions[3]!.id)]
    expect(c === -1 || c < d).toBe(true)
    const device = new SimulatedDevice('left')
    device.answer(questions[0]!.id, 'easy', someMoment)
    expect(idsOf(queue(questions.slice(0, 2), device.memory))).toEqual([])
  })

  it('keeps siblings of what is being learned today apart in a session on something else, too', () => {
    const claims = [claimId.parse('one-claim')]
    const [learned, sibling] = [stub('a', { claims }), stub('b', { claims, kind: 'cloze' })]
    const device = new SimulatedDevice('left')
    device.answer(learned.id, 'again', someMoment)
    const result = queue([learned, sibling], device.memory, { scope: { kinds: ['cloze'] } })
    expect(result.items).toEqual([])
    expect(result.postponed.sibling).toBe(1)
  })

  it('brings a question once more on the day of its answer when the learner sets it to that day', () => {
    const asked = stub('a')
    const device = new SimulatedDevice('left')
    device.answer(asked.id, 'easy', someMoment)
    expect(idsOf(queue([asked], device.memory))).toEqual([])
    device.write(draftSetDue(defaultSettings, asked.id, today, someMoment))
    expect(idsOf(queue([asked], device.memory))).toEqual([asked.id])
  })

  it('relieves a backlog by the best remembered first, and says so', () => {
    const questions = stubs(50)
    const memory = remembering(questions, { ago: 20, dueIn: -5, stability: (index) => 1 + index })
    const result = queue(questions, memory, { settings: { ...defaultSettings, reviewsPerDay: 10 } })
    expect(result.backlog).toEqual({ kind: 'relief', due: 50, today: 10, days: 4 })
    expect(idsOf(result)).toEqual(questions.slice(40).map(({ id }) => id).toReversed())
  })

  it('puts different articles side by side', () => {
    const articles = ['o1-value', 'orion-stalled'].map((slug) => articleSlug.parse(slug))
    const questions = stubs(20, (index) => ({ article: articles[index % 2]! }))
    const order = queue(questions, remembering(questions)).items.map(({ question }) => question.article)
    const repeats = order.filter((article, index) => article === order[index - 1]).length
    expect(repeats).toBeLessThanOrEqual(4)
  })

  it('keeps to the scope', () => {
    const questions = stubs(10, (index) => ({ kind: index < 3 ? 'numeric' : 'choice' }))
    const memory = remembering(questions)
    expect(queue(questions, memory, { scope: { kinds: ['numeric'] } }).items).toHaveLength(3)
    expect(queue(questions, memory, { scope: { claims: new Set(questions[4]!.claims) } }).items).toHaveLength(1)
    expect(queue(questions, memory, { scope: { flagged: true } }).items).toHaveLength(0)
  })

  it('brings what failed today into a session of its own', () => {
    const questions = stubs(5)
    const device = new SimulatedDevice('left')
    device.answer(questions[2]!.id, 'again', someMoment)
    expect(idsOf(queue(questions, device.memory, { scope: { failedToday: true }, mode: { kind: 'cram' } }))).toEqual([questions[2]!.id])
  })

  it('studies ahead only when asked, soonest due first', () => {
    const questions = stubs(6)
    const memory = remembering(questions, { dueIn: 2 })
    expect(queue(questions, memory).items).toHaveLength(0)
    expect(queue(questions, memory, { mode: { kind: 'ahead', days: 1 } }).items).toHaveLength(0)
    expect(queue(questions, memory, { mode: { kind: 'ahead', days: 3 } }).counts.ahead).toBe(6)
  })

  it('leaves suspended questions out', () => {
    const questions = stubs(2)
    const device = new SimulatedDevice('left')
    device.write(draftAction(defaultSettings, 'suspend', questions[0]!.id, someMoment))
    expect(idsOf(queue(questions, device.memory))).toEqual([questions[1]!.id])
  })

  it('fits the minutes it is given', () => {
    const questions = stubs(100)
    const result = queue(questions, remembering(questions), { minutes: 5 })
    expect(result.items).toHaveLength(15)
    expect(result.estimatedMinutes).toBe(5)
    expect(result.postponed.time).toBe(85)
  })
})
