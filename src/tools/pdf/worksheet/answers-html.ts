/** The answers to a worksheet as HTML: the key, why, and where to look. */
import type { Claim } from '../../../content/argument-schema.ts'
import type { Catalogue } from '../../../content/library.ts'
import { escapeHtml } from '../../../questions/escape-html.ts'
import { paperOf } from '../../../questions/paper.ts'
import { pointsOf } from '../../../questions/points.ts'
import { paragraphWords } from '../../../content/paragraph-words.ts'
import type { PaperWords } from '../paper-words.ts'
import type { SheetQuestion } from './choose-questions.ts'

/** What the answers point to: the deck that the sheet belongs to, and the claims, articles and slides that its questions may rest on. */
interface AnswerPlaces {
  readonly deck: string
  readonly claims: readonly Claim[]
  readonly articles: Catalogue['articles']
  readonly slides: Catalogue['slides']
}

/** The paragraphs of each source and the slides of the deck on which a question's claims stand. */
function placeWords({ question }: SheetQuestion, { deck, claims, articles, slides }: AnswerPlaces, words: PaperWords): string {
  const sources = articles.flatMap((article) => {
    const paragraphs = claims.filter(({ id }) => question.claims.includes(id) && id.startsWith(`${article.prefix}-`)).flatMap((claim) => claim.paragraphs)
    return paragraphs.length === 0 ? [] : [words.paragraphs(paragraphWords(paragraphs), article.slug === deck ? undefined : escapeHtml(article.title))]
  })
  // The slide that asks this question in the talk says nothing of the answer; those that show its claims do.
  const numbers = slides.filter((slide) => slide.deck === deck && slide.claims.some((id) => question.claims.includes(id))).map(({ number }) => number)
  const places = [...sources, ...(numbers.length === 0 ? [] : [words.slides(paragraphWords(numbers))])]
  return places.length === 0 ? '' : `<p class="where">${words.whereToLook} ${places.join('; ')}</p>`
}

/** The body of the answers sheet; `label` is that of the worksheet it belongs to. */
export function answersHtml(title: string, label: string, questions: readonly SheetQuestion[], places: AnswerPlaces, words: PaperWords): string {
  const entries = questions.map((one, index) => `<section class="question answer"><h2>${words.question(index + 1)}</h2><p class="points">${pointsOf(one.variant)}</p>`
    + `<div class="asked">${one.variant.stem}</div><div class="key">${paperOf(one.variant).key(one.variant, words).html}</div><div class="why">${one.variant.explanation}</div>${placeWords(one, places, words)}</section>`)
  return `<header><p class="kind">${words.answers} · ${escapeHtml(label)}</p><h1>${escapeHtml(title)}</h1></header>${entries.join('')}`
}
