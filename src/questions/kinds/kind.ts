/** The contract between a kind of question and the rest: what it is drawn from, what it gives back, and what grading says. */
import type { MechanismId, QuestionId } from '../../content/ids.ts'
import type { Mechanism } from '../../mechanisms/mechanism.ts'
import type { Level } from '../frame-schema.ts'
import type { Random } from '../seed.ts'
import type { AuthoredKind } from './authored-kind.ts'

/** As much of a mechanism as a parametric question needs. */
export type QuestionMechanism = Pick<Mechanism, 'parameters' | 'outputs' | 'evaluate' | 'slips'>
export type FindMechanism = (id: MechanismId) => QuestionMechanism | undefined

/** What a variant is drawn with. */
export interface Draw {
  readonly seed: number
  readonly random: Random
  readonly findMechanism: FindMechanism
}

/** What every variant has; `stem`, `explanation` and every field called `html` or `feedback` hold safe HTML. */
export interface VariantFrame {
  readonly questionId: QuestionId
  readonly rev: number
  readonly seed: number
  readonly level: Level
  readonly negative: boolean
  readonly stem: string
  readonly explanation: string
}

/** Why an answer was not graded; the interface puts it into words and the learner goes on typing. */
export type UngradedReason =
  | { readonly code: 'empty' }
  /** Some places are still open. */
  | { readonly code: 'incomplete'; readonly open: number }
  /** The beginning of something that would count. */
  | { readonly code: 'unfinished' }
  | { readonly code: 'not-a-number' }
  /** The text can be read in several ways: `text` is what to type for each, `html` shows it. */
  | { readonly code: 'ambiguous'; readonly readings: readonly { readonly text: string; readonly html: string }[] }
  /** The unit typed measures something else than `expected`. */
  | { readonly code: 'unit'; readonly expected: string }
  /** A typo that lies as near to a wrong form as to a right one. */
  | { readonly code: 'spelling' }
  /** Written, but not yet compared with the model answer. */
  | { readonly code: 'unchecked' }
  /** Not an answer to this kind of question, such as one kept from before the question changed its kind. */
  | { readonly code: 'mismatch' }

export type Verdict =
  | { readonly kind: 'right' }
  /** `share` lies between 0 and 1; `missing` says in HTML what was left out or mistaken. */
  | { readonly kind: 'partly'; readonly share: number; readonly missing: readonly string[] }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'ungraded'; readonly reason: UngradedReason }

/** How one part is shown after grading: ✓ “Answer”, ✕ “Yours”, ring “Missed”. */
export interface Mark {
  readonly part: string
  readonly mark: 'answer' | 'yours' | 'missed'
  /** For a part put in a wrong place: where it belongs, in HTML. */
  readonly belongs?: string
}

/** What grading says; every text is safe HTML. */
export interface Graded {
  readonly verdict: Verdict
  readonly marks: readonly Mark[]
  /** What is said about exactly this answer: by option, misconception or error formula; the most telling first. */
  readonly feedback: readonly string[]
  /** Names of the mistakes recognised. */
  readonly misconceptions: readonly string[]
  /** How a typed answer was understood, such as "120,000 MWh"; absent where nothing was read. */
  readonly readAs?: string
  /** The answer in full, to show beside a typed one. */
  readonly solution?: string
}

/** “I do not know”: graded wrong, so that it comes back, and never mistaken for an empty answer. */
export interface GaveUp { readonly kind: 'gave-up' }

/**
 * One kind of question. All functions but the last are pure; `gradeAnswer` is total.
 * Q is the authored question, V its variant, A its answer (JSON-serialisable).
 */
export interface Kind<Q, V, A extends object> {
  makeVariant(question: Q, draw: Draw): V
  emptyAnswer(variant: V): A
  /** Answers come out of storage too: says whether `value` is an answer of this kind at all. */
  isAnswer(value: object): value is A
  gradeAnswer(variant: V, answer: A): Graded
  /** What is right, for someone who gave up. */
  giveUp(variant: V): Graded
  /** What it counts on paper: one point for each thing that has to be decided. */
  points(variant: V): number
  /** Whether a machine reads words or digits that a person typed, so that the person has the last word; absent means never. */
  isTyped?(answer: A): boolean
  /** What the tools need of it. No page asks, since it brings the schemas. */
  loadAuthored(): Promise<{ readonly authored: AuthoredKind<Q, V, A> }>
}
