import { describe, expect, test } from 'vitest'
import type { Catalogue, Commons } from '../../src/content/library.ts'
import type { QuestionId } from '../../src/content/ids.ts'
import { readKeptSession } from './kept-session.ts'
import { readPlan, scopeOf } from './plan.ts'

// Only the parts of a catalogue that a plan reads.
const catalogue = {
  articles: [{ slug: 'o1-value' }], questions: [{ id: 'o1-q-one', kind: 'choice' }],
  slides: [{ deck: 'o1-value', number: 3, claims: ['o1-a'], questions: [] }, { deck: 'o1-value', number: 4, claims: ['o1-b'], questions: [] }],
} as unknown as Catalogue
const commons = { issues: [{ id: 'wall', positions: [{ claims: ['o1-a'] }, { claims: ['orion-b'] }] }], terms: [{ id: 'data-wall', claims: ['o1-a', 'wall-c'] }] } as unknown as Commons

describe('the plan of a session', () => {
  test('reads an article, a number of minutes and an exam from the address', () => {
    expect(readPlan({ article: 'o1-value', minutes: '5' }, catalogue)).toMatchObject({ article: 'o1-value', minutes: 5, mode: { kind: 'scheduled' } })
    expect(readPlan({ exam: '10', minutes: '15' }, catalogue)).toMatchObject({ exam: { questions: 10, minutes: 15 }, minutes: undefined, mode: { kind: 'cram' } })
  })

  test('leaves out what the library does not have', () => {
    expect(readPlan({ article: 'nothing', kind: 'essay', minutes: '-3', questions: 'o1-q-one,x' }, catalogue)).toMatchObject({ article: undefined, kind: undefined, minutes: undefined, questions: ['o1-q-one'] })
  })

  test('walks through a deck in the order of its slides, by their own questions or by one on each claim', () => {
    const walked = { ...catalogue, slides: [{ deck: 'o1-value', number: 4, claims: ['o1-b'], questions: ['o1-q-b2'] }, { deck: 'o1-value', number: 3, claims: ['o1-a'], questions: [] }], questions: [{ id: 'o1-q-b1', claims: ['o1-b'] }, { id: 'o1-q-b2', claims: ['o1-b'] }, { id: 'o1-q-a1', claims: ['o1-a'] }, { id: 'o1-q-a2', claims: ['o1-a'] }] } as unknown as Catalogue
    expect(readPlan({ walk: 'o1-value' }, walked)).toMatchObject({ questions: ['o1-q-a1', 'o1-q-b2'], inOrder: true, mode: { kind: 'cram' } })
  })

  test('draws from the claims of an issue, of a term of the glossary, or of one slide of a deck', () => {
    expect(scopeOf(readPlan({ issue: 'wall' }, catalogue), catalogue, commons).claims).toEqual(new Set(['o1-a', 'orion-b']))
    expect(scopeOf(readPlan({ term: 'data-wall' }, catalogue), catalogue, commons).claims).toEqual(new Set(['o1-a', 'wall-c']))
    expect(scopeOf(readPlan({ deck: 'o1-value', slide: '4' }, catalogue), catalogue, commons).claims).toEqual(new Set(['o1-b']))
  })
})

describe('a kept session', () => {
  // The test's ids are plain strings; the app finds branded ones in its catalogue.
  const findId = (id: unknown) => (typeof id === 'string' && id.startsWith('o1-') ? id as QuestionId : undefined)
  const kept = { query: { minutes: '5' }, order: ['o1-q-one', 'o1-q-two'], answered: [{ id: 'o1-q-one', seed: 4, answer: null, verdict: 'right', stem: '<p>Why?</p>', event: 'device01-7', rating: 'hard' }], startedMs: 7, day: 20000, logOrder: 1_700_000_000_000, current: { seed: 9, answer: { kind: 'choice', option: 'a' }, checked: true, confidence: 'sure', thinkingMs: 1200 } }

  test('comes back as it was kept', () => {
    expect(readKeptSession(JSON.parse(JSON.stringify(kept)), findId)).toEqual(kept)
  })

  test('is dropped when a question has left the library, or when it is no session', () => {
    expect(readKeptSession({ ...kept, order: ['gone', 'o1-q-two'] }, findId)).toBeUndefined()
    for (const strange of [null, 3, [], { order: 1 }]) expect(readKeptSession(strange, findId)).toBeUndefined()
  })
})
