/** All lint rules over the library; the table in README.md documents each. */
import type { QuestionId } from '../ids.ts'
import type { LoadedArticle, LoadedLibrary } from '../loaded-library.ts'
import type { Finding } from '../problem.ts'
import type { Question } from '../question-schema.ts'
import { claimCoverage, duplicateStems, giveaways, keyPositions, levelShares, relationCoverage, unusedTerms } from './bank.ts'
import { lintClaims } from './claims.ts'
import { lintDeck } from './decks.ts'
import { acceptedTwice, keys, slipAccepted } from './keys.ts'
import { applyRules, contextFinder, type QuestionRule } from './lint-context.ts'
import { absolutes, allOrNone, duplicateOptions, keyLongest, missingFeedback, numbersInOrder, numericOverlap, optionLengths, tooFewOptions, verdictInFeedback } from './options.ts'
import { stemEchoesKey } from './overlap.ts'
import { numberNotCited } from './question-numbers.ts'
import { clozeTermVisible, explanationLength, forecastWithoutDate, leaningStem, negativeStem, opinionWithoutVoice, placeholders, rubricSize, stemForm, unsourced, yesNoStem } from './stems.ts'

export const questionRules: readonly QuestionRule[] = [
  keys, slipAccepted, acceptedTwice,
  tooFewOptions, allOrNone, duplicateOptions, numericOverlap, missingFeedback, verdictInFeedback, keyLongest, optionLengths, absolutes, numbersInOrder,
  stemForm, negativeStem, leaningStem, yesNoStem, opinionWithoutVoice, forecastWithoutDate, clozeTermVisible, explanationLength, rubricSize, unsourced, placeholders,
  numberNotCited, stemEchoesKey,
]

/** Lints the written questions, the claims, the bank as a whole and the decks as talks. */
export function lintLibrary(library: LoadedLibrary): Finding[] {
  const contextOf = contextFinder(library)
  const authored = library.articles.flatMap((article) => article.questions)
  return [
    ...library.articles.flatMap((article) => [...lintClaims(article), ...article.questions.flatMap((question) => applyRules(questionRules, question, contextOf(article, question))), ...keyPositions(article), ...levelShares(article)]),
    ...duplicateStems(authored), ...giveaways(authored), ...claimCoverage(library), ...relationCoverage(library), ...unusedTerms(library), ...library.decks.flatMap(lintDeck),
  ]
}

/** Generated questions pass the same rules; what they break is a fault of the generator or of the claims they are made from. */
export function lintGenerated(library: LoadedLibrary, generated: ReadonlyMap<LoadedArticle, readonly Question[]>, authored: ReadonlySet<QuestionId>): Finding[] {
  const contextOf = contextFinder(library)
  return [...generated].flatMap(([article, questions]) => questions.flatMap((question): Finding[] => [
    ...applyRules(questionRules, question, contextOf(article, question)),
    ...(authored.has(question.id) ? [{ severity: 'error', rule: 'duplicate-id', about: question, path: ['id'], message: `${question.id} is also written by hand`, hint: 'choose another id for the written one' } satisfies Finding] : []),
  ]).filter((finding) => finding.severity === 'error').map((finding) => ({ ...finding, message: `generated ${finding.message}` })))
}
