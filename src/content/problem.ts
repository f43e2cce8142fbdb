/** What checking finds. A finding points at an object of the library; loading turns it into a problem with file and line. */

export type Severity = 'error' | 'warning'

/** A finding of a pure check: it knows the object, not where the object was written. */
export interface Finding {
  readonly severity: Severity
  /** Name of the rule, as in the tables of src/content/lint/README.md. */
  readonly rule: string
  readonly message: string
  /** What to do about it. */
  readonly hint: string
  /** The authored object (a claim, a relation, a question, a slide …). */
  readonly about: object
  /** Where inside that object, such as ['options', 1, 'text']. */
  readonly path?: readonly (string | number)[]
}

/** A finding at its place. Lines count from 1; line 1 stands for a file as a whole. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly severity: Severity
  readonly rule: string
  readonly message: string
  readonly hint: string
}

/** `file:line: what is wrong — what to do` */
export const formatProblem = (problem: Problem): string =>
  `${problem.file}:${problem.line}: ${problem.message} — ${problem.hint} [${problem.rule}]`

export const isError = (found: { readonly severity: Severity }): boolean => found.severity === 'error'

/** Rules for gaps that `npm run check` reports and no page breaks on: something is simply not there yet. */
const GAPS = new Set(['missing-article', 'missing-deck', 'missing-file', 'unlisted-article', 'claim-without-questions', 'claim-without-slide', 'orphan-claim'])

/** True for an error that must stop a build. */
export const breaksPages = (problem: Problem): boolean => isError(problem) && !GAPS.has(problem.rule)
