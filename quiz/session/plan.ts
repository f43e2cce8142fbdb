/** Which questions a session is about, as an address says it: `/study?article=o1-value`, `?minutes=5`, `?exam=10`. */
import type { ArticleSlug, QuestionId } from '../../src/content/ids.ts'
import type { Catalogue, Commons } from '../../src/content/library.ts'
import type { QuestionKind } from '../../src/content/question-schema.ts'
import type { StudyMode } from '../../src/memory/queue.ts'
import type { Scope } from '../../src/memory/session-scope.ts'

export interface SessionPlan {
  readonly article?: ArticleSlug
  readonly issue?: string
  /** A term of the glossary: the library's tags, each with the claims that need it. */
  readonly term?: string
  /** The deck whose slide, or whose every slide, is asked about. */
  readonly deck?: { readonly slug: ArticleSlug; readonly slide?: number }
  readonly questions?: readonly QuestionId[]
  /** The questions come in just this order, one after the other as the deck's slides do. */
  readonly inOrder: boolean
  readonly kind?: QuestionKind
  readonly flagged: boolean
  readonly failedToday: boolean
  /** Stop after about so many minutes. */
  readonly minutes?: number
  readonly mode: StudyMode
  /** No feedback until the end; `minutes`, if any, is then the time allowed. */
  readonly exam?: { readonly questions: number; readonly minutes?: number }
}

export type Query = Readonly<Record<string, unknown>>

/** Reads an address. What the library does not have, or what cannot be read, is left out. */
export function readPlan(query: Query, catalogue: Catalogue): SessionPlan {
  const text = (name: string): string | undefined => {
    const value = query[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const count = (name: string): number | undefined => {
    const number = Number(text(name))
    return Number.isInteger(number) && number > 0 ? number : undefined
  }
  const findSlug = (name: string) => catalogue.articles.find((article) => article.slug === text(name))?.slug
  const wanted = text('questions')?.split(',')
  const walked = findSlug('walk')
  const questions = walked ? walkDeck(catalogue, walked) : wanted && catalogue.questions.filter((stub) => wanted.includes(stub.id)).map((stub) => stub.id)
  const deck = findSlug('deck')
  const exam = count('exam')
  const ahead = count('ahead')
  const minutes = count('minutes')
  return {
    article: findSlug('article'),
    issue: text('issue'),
    term: text('term'),
    deck: deck && { slug: deck, slide: count('slide') },
    questions,
    inOrder: walked !== undefined,
    kind: catalogue.questions.find((stub) => stub.kind === text('kind'))?.kind,
    flagged: text('flagged') !== undefined,
    failedToday: text('failed') !== undefined,
    minutes: exam ? undefined : minutes,
    mode: exam || questions || text('practice') ? { kind: 'cram' } : ahead ? { kind: 'ahead', days: ahead } : { kind: 'scheduled' },
    exam: exam ? { questions: exam, minutes } : undefined,
  }
}

/** A deck as questions: slide by slide those it asks, else for each claim that it shows the first question on it. */
function walkDeck(catalogue: Catalogue, deck: ArticleSlug): readonly QuestionId[] {
  const slides = catalogue.slides.filter((slide) => slide.deck === deck).sort((one, other) => one.number - other.number)
  return [...new Set(slides.flatMap((slide) => (slide.questions.length > 0 ? slide.questions : slide.claims.flatMap((claim) => catalogue.questions.find((stub) => stub.claims[0] === claim)?.id ?? []))))]
}

/** The questions that a plan may draw from. An issue means the claims of its positions; a term, those that need it; a deck, what its slides show. */
export function scopeOf(plan: SessionPlan, catalogue: Catalogue, commons: Commons | undefined): Scope {
  const issue = commons?.issues.find((one) => one.id === plan.issue)
  const slides = plan.deck && catalogue.slides.filter((slide) => slide.deck === plan.deck?.slug && (plan.deck.slide === undefined || slide.number === plan.deck.slide))
  const term = commons?.terms.find((one) => one.id === plan.term)
  const claims = issue ? issue.positions.flatMap((position) => position.claims) : term ? term.claims : slides?.flatMap((slide) => slide.claims)
  return {
    ...(plan.article && { article: plan.article }),
    ...(claims && { claims: new Set(claims) }),
    ...(plan.questions && { questions: new Set(plan.questions) }),
    ...(plan.kind && { kinds: [plan.kind] }),
    ...(plan.flagged && { flagged: true }),
    ...(plan.failedToday && { failedToday: true }),
  }
}
