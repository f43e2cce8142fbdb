/** A made-up learner's log of any length, in the shape of a real one: for benchmarks and for tests of scale. */
import type { QuestionId } from '../../content/ids.ts'
import type { QuestionStub } from '../../content/library.ts'
import { articleSlug, claimId, questionId } from '../../content/ids.ts'
import { hashSeed } from '../../content/variant-seed.ts'
import { dayNumber } from '../../memory/day-clock.ts'
import { nextOrder, type AnswerEvent, type JsonValue, type Rating } from '../../memory/event.ts'
import { publishedParameters } from '../../memory/fsrs-model.ts'

const firstUtcMs = Date.UTC(2024, 0, 1, 7)
const dayMs = 86_400_000
const topics = ['share', 'scaling', 'entropy', 'novelty', 'budget', 'context', 'reward', 'search', 'memory', 'growth', 'wall', 'route', 'value', 'limits', 'data', 'proof']
const points = ['stays-small', 'grows-slowly', 'meets-a-bound', 'needs-evidence', 'is-not-enough', 'costs-more', 'falls-with-length', 'rests-on-search']
const articleSlugs = ['o1-value', 'orion-stalled', 'scaling-wall', 'limits-of-scale', 'route-to-agi'].map((slug) => articleSlug.parse(slug))

/** Numbers in [0, 1) that depend on the seed alone (mulberry32). */
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

/** Question stubs with names as authors write them, three on each claim. */
export function makeQuestions(count: number): QuestionStub[] {
  return Array.from({ length: count }, (_, index) => {
    const number = Math.floor(index / 3)
    const article = articleSlugs[number % articleSlugs.length] ?? articleSlug.parse('o1-value')
    const claim = claimId.parse(`${article}-${topics[number % topics.length] ?? ''}-${points[Math.floor(number / 16) % points.length] ?? ''}-${number}`)
    return { id: questionId.parse(`${claim}-${index % 3}`), article, rev: 1, kind: 'choice', level: 'recall', claims: [claim], generated: false, givenAwayBy: [] }
  })
}

/**
 * `count` answers to `questions`, about `perDay` a day, over as many days as that takes. Intervals grow with success,
 * a tenth of the answers is wrong, answers are option ids as in most questions.
 */
export function makeLog(count: number, questions: readonly QuestionStub[], perDay = 1_000): AnswerEvent[] {
  const random = makeRandom(20_240_101)
  const device = 'bench001'
  const reviews = new Map<QuestionId, number>()
  const events: AnswerEvent[] = []
  let order = 0
  let utcMs = firstUtcMs
  for (let index = 0; index < count; index += 1) {
    const question = questions[Math.floor(random() * questions.length)]
    if (question === undefined) throw new Error('a log needs questions')
    if (index % perDay === 0) utcMs = firstUtcMs + Math.floor(index / perDay) * dayMs
    const thinkingMs = 2_000 + Math.floor(random() ** 3 * 400) * 100
    utcMs += Math.min(thinkingMs + Math.floor(random() * 4_000), Math.floor((0.8 * dayMs) / perDay))
    order = nextOrder(order, utcMs)
    const day = dayNumber({ utcMs, offsetMinutes: 120 }, 4)
    const reviewsBefore = reviews.get(question.id) ?? 0
    const chance = random()
    const rating: Rating = chance < 0.1 ? 'again' : chance < 0.2 ? 'hard' : chance < 0.9 ? 'good' : 'easy'
    const stepMinutes = rating === 'again' ? 10 : 0
    const intervalDays = stepMinutes > 0 ? 0 : Math.round(2.5 ** Math.min(reviewsBefore, 6) * (0.9 + 0.2 * random()))
    const confidence = random() < 0.2 ? 'guess' : random() < 0.5 ? 'think-so' : 'sure'
    reviews.set(question.id, reviewsBefore + 1)
    events.push({
      type: 'answer', device, sequence: index + 1, order, utcMs, offsetMinutes: 120, day, questionId: question.id, rev: 1,
      seed: hashSeed(question.id, 1, reviewsBefore), answer: makeAnswer(random, index), verdict: rating === 'again' ? 'wrong' : 'right', confidence,
      rating, thinkingMs, reviewsBefore, dueDay: day + intervalDays, stepMinutes, parameters: publishedParameters, practice: false,
    })
  }
  return events
}

function makeAnswer(random: () => number, index: number): JsonValue {
  const topic = topics[Math.floor(random() * topics.length)] ?? ''
  const point = points[Math.floor(random() * points.length)] ?? ''
  return index % 5 === 0 ? { kind: 'numeric', text: String(Math.floor(random() * 1_000)) } : { kind: 'choice', option: `${topic}-${point}` }
}
