import { describe, expect, it } from 'vitest'
import { checkDecks, type ThemeParts } from './deck-checks.ts'
import { buildArticle, buildLibrary } from './fixtures/builders.ts'
import type { Deck, DeckSlide } from './loaded-library.ts'

const theme: ThemeParts = { layouts: new Set(['cover', 'thesis']), components: new Set(['ClaimText']) }
const article = buildArticle()
const slide = (change: Partial<DeckSlide> = {}): DeckSlide => ({ number: 1, title: 'One', layout: 'thesis', claims: ['sea-thesis', 'sea-fact', 'sea-doubt'], questions: [], mechanisms: [], references: [], map: undefined, events: [], issues: [], components: [], text: '', note: undefined, ...change })
const deck = (change: Partial<DeckSlide> = {}, title: string | undefined = 'Tides'): Deck => ({ slug: article.slug, title, slides: [slide(change)] })
const rules = (...decks: Deck[]): string[] => checkDecks(buildLibrary(article, { decks }), theme, new Set(['sea-gen-status-fact'])).map(({ rule }) => rule)

describe('what decks refer to', () => {
  it('finds nothing in a sound deck', () => expect(rules(deck({ components: ['ClaimText', 'claim-text', 'Transition'], questions: ['sea-gen-status-fact'] }))).toEqual([]))
  it('finds unknown claims, questions, references, layouts and components', () => {
    expect(rules(deck({ claims: [...slide().claims, 'sea-none'], questions: ['sea-q-none'], references: ['sea-ref-none'], layout: 'covr', components: ['claim-txt'] }))).toEqual(['deck-claim', 'deck-question', 'deck-reference', 'deck-layout', 'deck-component'])
  })
  it('finds events that the article does not date, and unknown issues', () => expect(rules(deck({ events: ['No such day'], issues: ['is-there-tide'] }))).toEqual(['deck-event', 'deck-issue']))
  it('wants a title of its own for every deck', () => expect(rules(deck(), { ...deck(), slug: 'other' as Deck['slug'] /* branded: any text does here */ })).toEqual(['deck-title']))
  it('wants every load-bearing claim on a slide', () => expect(rules(deck({ claims: ['sea-thesis'] }))).toEqual(['claim-without-slide', 'claim-without-slide']))
  it('asks nothing of an article whose deck is not there yet', () => expect(rules()).toEqual([]))
})
