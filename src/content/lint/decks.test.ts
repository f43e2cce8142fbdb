import { describe, expect, it } from 'vitest'
import { buildArticle } from '../fixtures/builders.ts'
import type { Deck, DeckSlide } from '../loaded-library.ts'
import { lintDeck, plannedSeconds } from './decks.ts'

const spoken = `[1 min] ${'word '.repeat(80)}`
const slide = (change: Partial<DeckSlide> = {}): DeckSlide => ({ number: 1, title: 'Tides follow the moon', layout: 'assertion', claims: [], questions: [], mechanisms: [], references: [], map: undefined, events: [], issues: [], components: [], text: '', note: spoken, ...change })
const deck = (count: number, change: Partial<DeckSlide> = {}): Deck => ({ slug: buildArticle().slug, title: 'Tides', slides: [slide(change), ...Array.from({ length: count - 1 }, () => slide())] })
const rules = (made: Deck): string[] => lintDeck(made).map(({ rule }) => rule)

describe('a deck as a talk', () => {
  it('passes with 16 slides of a minute each', () => expect(rules(deck(16))).toEqual([]))
  it('is reported when it has too few slides, and is too short', () => expect(rules(deck(13))).toEqual(['deck-size', 'deck-minutes']))
  it('is reported when it takes more than 20 minutes', () => expect(rules(deck(21))).toEqual(['deck-minutes']))
  it('is reported for a note that plans no time, is too short or is missing', () => {
    expect(rules(deck(16, { note: 'word '.repeat(80) }))).toEqual(['note-minutes'])
    expect(rules(deck(16, { note: '[50 s] Too short.' }))).toEqual(['note-length'])
    expect(rules(deck(17, { note: undefined }))).toEqual(['note-minutes', 'note-length'])
  })
  it('is reported for a headline of more than two lines, but the thesis may be longer', () => {
    expect(rules(deck(16, { title: 'x'.repeat(86) }))).toEqual(['headline-length'])
    expect(rules(deck(16, { title: 'x'.repeat(86), layout: 'thesis' }))).toEqual([])
  })
})

it.each([['[1 min 10 s] Now', 70], ['[50 s] Now', 50], ['[2 min] Now', 120], ['Now', undefined], ['[soon] Now', undefined]])('reads the time of %j', (text, seconds) => expect(plannedSeconds(text)).toBe(seconds))
