/** Rules about decks as talks: how many slides, how long the headlines, how long it takes to say the notes. */
import type { Deck, DeckSlide } from '../loaded-library.ts'
import { words } from '../plain-text.ts'
import type { Finding } from '../problem.ts'

const slides = { least: 14, most: 22 }
const minutes = { least: 15, most: 20 }
const noteWords = { least: 60, most: 140 }
/** Two lines of a headline; the thesis is set otherwise. */
const headlineLength = 85

export function lintDeck(deck: Deck): Finding[] {
  return [...deckSize(deck), ...deckMinutes(deck), ...deck.slides.flatMap((slide) => [...headline(slide), ...note(slide)])]
}

/** The seconds that a note plans for its slide, from its beginning, such as `[1 min 10 s]`; undefined when it begins otherwise. */
export function plannedSeconds(text: string): number | undefined {
  const [, min, s] = /^\[(?:(\d+) min)?(?: ?(\d+) s)?\]/.exec(text.trim()) ?? []
  return min === undefined && s === undefined ? undefined : Number(min ?? 0) * 60 + Number(s ?? 0)
}

function deckSize(deck: Deck): Finding[] {
  const count = deck.slides.length
  if (count >= slides.least && count <= slides.most) return []
  return [{ severity: 'warning', rule: 'deck-size', about: deck, message: `the deck ${deck.slug} has ${count} slides`, hint: `a talk has ${slides.least} to ${slides.most}` }]
}

function deckMinutes(deck: Deck): Finding[] {
  const planned = deck.slides.reduce((sum, slide) => sum + (plannedSeconds(slide.note ?? '') ?? 0), 0) / 60
  if (planned >= minutes.least && planned <= minutes.most) return []
  return [{ severity: 'warning', rule: 'deck-minutes', about: deck, message: `the notes of ${deck.slug} plan ${planned.toFixed(1)} minutes`, hint: `a talk takes ${minutes.least} to ${minutes.most}` }]
}

function headline(slide: DeckSlide): Finding[] {
  if (slide.layout === 'thesis' || slide.title.length <= headlineLength) return []
  return [{ severity: 'warning', rule: 'headline-length', about: slide, message: `slide ${slide.number}: the headline has ${slide.title.length} characters`, hint: `two lines hold ${headlineLength}` }]
}

function note(slide: DeckSlide): Finding[] {
  const text = slide.note ?? ''
  const count = words(text.replace(/^\s*\[[^\]]*\]/, '')).length
  return [
    ...(plannedSeconds(text) === undefined ? [{ severity: 'warning', rule: 'note-minutes', about: slide, message: `slide ${slide.number}: the note plans no time`, hint: 'begin it with the time it takes, as in [1 min 10 s]' } satisfies Finding] : []),
    ...(count < noteWords.least || count > noteWords.most ? [{ severity: 'warning', rule: 'note-length', about: slide, message: `slide ${slide.number}: the note has ${count} words`, hint: `${noteWords.least} to ${noteWords.most} words, written to be spoken` } satisfies Finding] : []),
  ]
}
