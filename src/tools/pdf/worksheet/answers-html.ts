/** The answers to a worksheet as HTML: the key, why, and where to look. */
import type { Claim } from '../../../content/argument-schema.ts'
import type { Catalogue } from '../../../content/library.ts'
import { escapeHtml } from '../../../questions/escape-html.ts'
import { paragraphWords } from '../../../content/paragraph-words.ts'
import { keyOf } from './answer-key.ts'
import { pointsOf, type SheetQuestion } from './choose-questions.ts'

/** The paragraphs of the source and the slides of the deck on which a question's claims stand. */
function placeWords({ question }: SheetQuestion, deck: string, claims: readonly Claim[], slides: Catalogue['slides']): string {
  const paragraphs = claims.filter(({ id }) => question.claims.includes(id)).flatMap((claim) => claim.paragraphs)
  // The slide that asks this question in the talk says nothing of the answer; those that show its claims do.
  const numbers = slides.filter((slide) => slide.deck === deck && slide.claims.some((id) => question.claims.includes(id))).map(({ number }) => number)
  const words = [
    ...(paragraphs.length === 0 ? [] : [`¶ ${paragraphWords(paragraphs)} of the source`]),
    ...(numbers.length === 0 ? [] : [`slide ${paragraphWords(numbers)}`]),
  ]
  return words.length === 0 ? '' : `<p class="where">Where to look: ${words.join('; ')}</p>`
}

/** The body of the answers sheet; `label` is that of the worksheet it belongs to. */
export function answersHtml(title: string, label: string, deck: string, questions: readonly SheetQuestion[], claims: readonly Claim[], slides: Catalogue['slides']): string {
  const entries = questions.map((one, index) => `<section class="question answer"><h2>Question ${index + 1}</h2><p class="points">${pointsOf(one.variant)}</p>`
    + `<div class="asked">${one.variant.stem}</div><div class="key">${keyOf(one.variant).html}</div><div class="why">${one.variant.explanation}</div>${placeWords(one, deck, claims, slides)}</section>`)
  return `<header><p class="kind">Answers · ${escapeHtml(label)}</p><h1>${escapeHtml(title)}</h1></header>${entries.join('')}`
}
