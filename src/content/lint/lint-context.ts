/** What a lint rule may look at beside the question itself. */
import type { Claim, Reference } from '../argument-schema.ts'
import type { Person } from '../library-schema.ts'
import type { LoadedArticle, LoadedLibrary } from '../loaded-library.ts'
import type { Finding, Severity } from '../problem.ts'
import type { Question } from '../question-schema.ts'

export interface QuestionContext {
  readonly article: LoadedArticle
  /** The claims it cites, as far as they exist; the first is the main one. */
  readonly claims: readonly Claim[]
  /** The published figures beside those claims. */
  readonly references: readonly Reference[]
  /** The articles that the cited claims stand in. */
  readonly articles: readonly LoadedArticle[]
  readonly people: readonly Person[]
}

/** A rule over one question. It yields what is wrong and where in the question. */
export interface QuestionRule {
  readonly name: string
  readonly severity: Severity
  readonly check: (question: Question, context: QuestionContext) => Iterable<Slip>
}
export interface Slip {
  readonly path: readonly (string | number)[]
  readonly message: string
  readonly hint: string
}

/** The findings of rules over one question. */
export function applyRules(rules: readonly QuestionRule[], question: Question, context: QuestionContext): Finding[] {
  return rules.flatMap(({ name, severity, check }) => [...check(question, context)].map((slip): Finding =>
    ({ ...slip, severity, rule: name, about: question, message: `${question.id}: ${slip.message}` })))
}

/** Looks up what a question's rules need. */
export function contextFinder(library: LoadedLibrary): (article: LoadedArticle, question: Question) => QuestionContext {
  const claims = new Map(library.articles.flatMap((article) => article.claims.map((claim) => [claim.id, { claim, article }] as const)))
  const references = library.articles.flatMap((article) => article.references)
  return (article, question) => {
    const cited = question.claims.flatMap((id) => claims.get(id) ?? [])
    return {
      article,
      claims: cited.map(({ claim }) => claim),
      references: references.filter((reference) => reference.claims.some((id) => question.claims.includes(id))),
      articles: [...new Set([article, ...cited.map((entry) => entry.article)])],
      people: library.people,
    }
  }
}
