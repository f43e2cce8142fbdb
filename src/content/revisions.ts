/** When a question means something else its `rev` must go up: what counts as its meaning, and the ledger to compare with. Pure. */
import type { LoadedLibrary } from './loaded-library.ts'
import type { Finding } from './problem.ts'
import { authoredKindOf, type Question } from './question-schema.ts'

/** By question id: the rev and the fingerprint of the meaning it had. Written by `npm run check -- --record`. */
export type Ledger = Readonly<Record<string, { readonly rev: number; readonly meaning: string }>>

/** What grading rests on, as one string: wording may change without a new rev, this may not. */
export const meaningOf = (question: Question): string => JSON.stringify([question.kind, ...authoredKindOf(question).meaning(question)])

/** The ledger as it should be for the library of now. `fingerprint` shortens a meaning. */
export const ledgerOf = (library: LoadedLibrary, fingerprint: (meaning: string) => string): Ledger =>
  Object.fromEntries(library.articles.flatMap((article) => article.questions).map((question) => [question.id as string, { rev: question.rev, meaning: fingerprint(meaningOf(question)) }] as const).sort(([a], [b]) => a.localeCompare(b)))

/** Meanings that changed under the same rev, revs that went down, questions that vanished without being retired. */
export function checkRevisions(library: LoadedLibrary, ledger: Ledger, fingerprint: (meaning: string) => string): Finding[] {
  const findings: Finding[] = []
  const questions = library.articles.flatMap((article) => article.questions)
  let unrecorded = 0
  for (const question of questions) {
    const known = ledger[question.id]
    if (known === undefined || question.rev > known.rev) unrecorded += 1
    else if (question.rev < known.rev) findings.push({ severity: 'error', rule: 'rev', about: question, path: ['rev'], message: `${question.id} has rev ${question.rev} and had ${known.rev} before`, hint: `write rev: ${known.rev} or more: a rev never goes down` })
    else if (fingerprint(meaningOf(question)) !== known.meaning) findings.push({ severity: 'error', rule: 'rev', about: question, path: ['rev'], message: `${question.id} means something else than before and still has rev ${question.rev}`, hint: `write rev: ${question.rev + 1}, then npm run check -- --record` })
  }
  const alive = new Set<string>(questions.map((question) => question.id))
  for (const id of Object.keys(ledger)) {
    if (!alive.has(id) && !library.library.retired.includes(id)) findings.push({ severity: 'error', rule: 'vanished', about: library.library, path: ['retired'], message: `the question ${id} is gone and not retired`, hint: 'add its id to retired, so that it is never used again' })
  }
  if (unrecorded > 0) findings.push({ severity: 'warning', rule: 'unrecorded', about: library.library, message: `${unrecorded} ${unrecorded === 1 ? 'question is' : 'questions are'} not in data/revisions.json`, hint: 'once they are right: npm run check -- --record' })
  return findings
}
