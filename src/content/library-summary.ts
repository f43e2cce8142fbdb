/** Counts per article for the table that `npm run check` ends with. Pure. */
import type { Claim, ClaimRole } from './argument-schema.ts'
import { SHOWN_ROLES } from './deck-checks.ts'
import type { LoadedArticle, LoadedLibrary } from './loaded-library.ts'
import { HIGHER_ORDER } from './lint/bank.ts'
import type { Question, QuestionKind } from './question-schema.ts'

export interface ArticleSummary {
  readonly slug: string
  readonly claims: number
  readonly byRole: Readonly<Record<Claim['role'], number>>
  readonly relations: number
  readonly attacks: number
  readonly references: number
  readonly questions: number
  readonly generated: number
  readonly byKind: Readonly<Partial<Record<QuestionKind, number>>>
  readonly byLevel: Readonly<Partial<Record<Question['level'], number>>>
  /** Shares of the written questions, 0 to 1. */
  readonly recallShare: number
  readonly higherOrderShare: number
  /** Share of the claims that a written question cites. */
  readonly claimsAsked: number
  readonly slides: number
  /** Share of the claims that a slide names. */
  readonly claimsShown: number
  /** Where each claim that carries the argument stands in the article's deck, by slide number. */
  readonly places: readonly { readonly claim: string, readonly role: ClaimRole, readonly slides: readonly number[] }[]
}

const tally = <T extends string>(items: readonly T[]): Partial<Record<T, number>> => {
  const counts: Partial<Record<T, number>> = {}
  for (const item of items) counts[item] = (counts[item] ?? 0) + 1
  return counts
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

export function summariseLibrary(library: LoadedLibrary, generated: ReadonlyMap<LoadedArticle, readonly Question[]>): ArticleSummary[] {
  const asked = new Set<string>(library.articles.flatMap((article) => article.questions.flatMap((question) => question.claims)))
  const shown = new Set<string>(library.decks.flatMap((deck) => deck.slides.flatMap((slide) => slide.claims)))
  return library.articles.map((article) => {
    const { claims, relations, questions } = article
    const count = (test: (question: Question) => boolean): number => questions.filter(test).length
    const deck = library.decks.find(({ slug }) => slug === article.slug)
    const roleCounts = tally(claims.map((claim) => claim.role))
    return {
      slug: article.slug,
      claims: claims.length,
      byRole: { thesis: 0, reason: 0, evidence: 0, objection: 0, rebuttal: 0, consequence: 0, ...roleCounts } satisfies Record<ClaimRole, number>,
      relations: relations.length,
      attacks: relations.filter((relation) => relation.kind !== 'supports').length,
      references: article.references.length,
      questions: questions.length,
      generated: generated.get(article)?.length ?? 0,
      byKind: tally(questions.map((question) => question.kind)),
      byLevel: tally(questions.map((question) => question.level)),
      recallShare: share(count((question) => question.level === 'recall'), questions.length),
      higherOrderShare: share(count((question) => HIGHER_ORDER.has(question.level)), questions.length),
      claimsAsked: share(claims.filter((claim) => asked.has(claim.id)).length, claims.length),
      slides: deck?.slides.length ?? 0,
      claimsShown: share(claims.filter((claim) => shown.has(claim.id)).length, claims.length),
      places: claims.filter(({ role }) => SHOWN_ROLES.has(role)).map(({ id, role }) => ({ claim: id, role, slides: (deck?.slides ?? []).flatMap((slide) => (slide.claims.includes(id) ? [slide.number] : [])) })),
    }
  })
}
