/** Rules over all questions of the library at once. */
import { endsOf } from '../map/map-selection.ts'
import { plainText, words } from '../plain-text.ts'
import type { LoadedArticle, LoadedLibrary } from '../loaded-library.ts'
import type { Finding } from '../problem.ts'
import type { Question } from '../question-schema.ts'
import { findGiveaways } from './giveaways.ts'

/** Stems that are the same but for case, marks and spaces. */
export function duplicateStems(questions: readonly Question[]): Finding[] {
  const seen = new Map<string, Question>()
  return questions.flatMap((question): Finding[] => {
    const key = words(plainText(question.stem)).join(' ')
    const other = seen.get(key)
    seen.set(key, question)
    return other === undefined ? [] : [{ severity: 'error', rule: 'duplicate-stem', about: question, path: ['stem'], message: `${question.id} has the stem of ${other.id}`, hint: 'ask something else, or retire one of the two' }]
  })
}

/** Critical values of chi-squared at one per cent, by degrees of freedom. */
const CHI_SQUARED_1_PERCENT = [0, 6.63, 9.21, 11.34, 13.28]

/** Where the order is kept the key's place shows; over the bank it must not lean to one place. Shuffled options have no place. */
export function keyPositions(article: LoadedArticle): Finding[] {
  const fixed = article.questions.filter((question) => question.kind === 'choice').filter((question) => question.keepOrder)
  return [3, 4, 5].flatMap((size): Finding[] => {
    const positions = fixed.filter((question) => question.options.length === size).map((question) => question.options.findIndex((option) => option.correct))
    if (positions.length < 2 * size) return []
    const expected = positions.length / size
    const counts = Array.from({ length: size }, (_, place) => positions.filter((position) => position === place).length)
    const chiSquared = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    return chiSquared > (CHI_SQUARED_1_PERCENT[size - 1] ?? Infinity) ? [{ severity: 'warning', rule: 'key-position', about: article, message: `${article.slug}: of ${positions.length} questions with ${size} fixed options the key stands at ${counts.join(', ')} from first to last`, hint: 'vary the distractors so that the key is not always in one place' }] : []
  })
}

/** One item whose open text holds another's answer; a session keeps the two apart. */
export function giveaways(questions: readonly Question[]): Finding[] {
  const found = findGiveaways(questions)
  return questions.flatMap((question): Finding[] => {
    const by = found.get(question.id)
    return by === undefined ? [] : [{ severity: 'warning', rule: 'giveaway', about: question, path: ['id'], message: `${question.id} is given away by ${by.join(', ')}`, hint: 'sessions keep them apart; reword the other explanation if it need not say this' }]
  })
}

/** Every attack is tested by at least one authored question that cites both ends. */
export function relationCoverage(library: LoadedLibrary): Finding[] {
  const questions = library.articles.flatMap((article) => article.questions)
  const relations = new Map(library.articles.flatMap((article) => article.relations.map((relation) => [relation.id, relation] as const)))
  return library.articles.flatMap((article) => article.relations.filter((relation) => relation.kind !== 'supports').flatMap((relation): Finding[] => {
    const targets = endsOf(relation, relations).filter((id) => id !== relation.from)
    const tested = questions.some(({ claims }) => claims.includes(relation.from) && targets.some((target) => claims.includes(target)))
    return tested ? [] : [{ severity: 'warning', rule: 'relation-coverage', about: relation, path: ['id'], message: `no written question tests the attack ${relation.id}`, hint: `write one that cites ${relation.from} and ${targets.join(' or ')}` }]
  }))
}

/** Claims of any role that no written question touches. */
export function claimCoverage(library: LoadedLibrary): Finding[] {
  const cited = new Set<string>(library.articles.flatMap((article) => article.questions.flatMap((question) => question.claims)))
  return library.articles.flatMap((article) => article.questions.length === 0 ? [] : article.claims.filter((claim) => !cited.has(claim.id)).map((claim): Finding =>
    ({ severity: 'warning', rule: 'claim-coverage', about: claim, path: ['id'], message: `no written question touches the ${claim.role} ${claim.id}`, hint: 'cite it in a question, or accept that it is only read' })))
}

export const HIGHER_ORDER: ReadonlySet<Question['level']> = new Set(['apply', 'analyse', 'compare'])

/** At least 40 % of the written questions ask to apply, analyse or compare. */
export function levelShares(article: LoadedArticle): Finding[] {
  const total = article.questions.length
  if (total < 5) return []
  const higher = article.questions.filter((question) => HIGHER_ORDER.has(question.level)).length
  const recall = article.questions.filter((question) => question.level === 'recall').length
  const warn = (message: string, hint: string): Finding => ({ severity: 'warning', rule: 'level-shares', about: article, message: `${article.slug}: ${message}`, hint })
  return [
    ...(higher / total < 0.4 ? [warn(`${higher} of ${total} questions ask to apply, analyse or compare`, 'at least 40 % should')] : []),
    ...(recall === 0 ? [warn('no question asks to recall', 'recall is what repetition keeps')] : []),
  ]
}

/** A term that no claim, question or slide uses needs no entry. */
export function unusedTerms(library: LoadedLibrary): Finding[] {
  const used = [
    ...library.articles.flatMap((article) => [...article.claims.map((claim) => claim.text), ...article.questions.map((question) => JSON.stringify(question)), ...article.references.map((reference) => `${reference.fact} ${reference.note}`)]),
    ...library.issues.map((issue) => JSON.stringify(issue)), ...library.decks.flatMap((deck) => deck.slides.map((slide) => slide.text)),
  ].join('\n').toLowerCase()
  return library.terms.filter((term) => ![term.term, ...term.aliases].some((form) => used.includes(form.toLowerCase()))).map((term): Finding =>
    ({ severity: 'warning', rule: 'unused-term', about: term, path: ['term'], message: `the term “${term.term}” is used in no claim, question, issue or slide`, hint: 'add the form that is used as an alias, or leave the term out' }))
}
