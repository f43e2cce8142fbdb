/** What the tools must know of a kind: how its author writes it, for the checks of the library, and what it needs on paper. Beside `Kind`, because no page loads the schemas. */
import type { z } from 'zod'
import type { PaperKind } from './paper-kind.ts'

export interface Identified { readonly id: string }
/** Lists of parts by field, among which no id stands twice. */
export type PartGroup = Readonly<Record<string, readonly Identified[]>>
/** A field of a question, such as ['options', 1, 'text']. */
export type FieldPath = readonly (string | number)[]
export interface FieldText { readonly path: FieldPath, readonly text: string }

/** What would give the answer away: most words of `sentence`, or any one of `terms`. */
export interface TellingText { readonly sentence?: string, readonly terms?: readonly string[] }

/** A part that contradicts another one. */
export interface PartSlip { readonly rule: string, readonly path: FieldPath, readonly message: string, readonly hint: string }

/** One kind of question as it is authored: Q, which its schema gives; V is its variant, A its answer. All functions are pure. */
export interface AuthoredKind<Q, V, A> {
  readonly schema: z.ZodType<Q> & z.core.$ZodTypeDiscriminable
  readonly paper: PaperKind<V, A>
  /** What grading rests on, as JSON: wording may change without a new rev, this may not. */
  meaning(question: Q): readonly unknown[]
  parts(question: Q): readonly PartGroup[]
  /** Where a part names another one, and among which it must be. */
  partReferences?(question: Q): readonly { readonly path: FieldPath, readonly id: string, readonly among: readonly Identified[] }[]
  /** Parts that exist and still make no sense together. */
  partSlips?(question: Q): readonly PartSlip[]
  /** What it says is so, beyond stem and explanation: no distractors, and no feedback on them. */
  assertedTexts?(question: Q): readonly FieldText[]
  /** Numbers that it gives itself, so that they need stand in no claim. */
  givenNumbers?(question: Q): readonly number[]
  /** Texts to choose among, which must differ. */
  choices?(question: Q): readonly FieldText[]
  /** Absent where no short text tells the answer. */
  tellingText?(question: Q): TellingText | undefined
}

/** One field of each part of a list, with its place. */
export const fieldTexts = <F extends string>(list: string, parts: readonly Readonly<Record<F, string>>[], field: F): FieldText[] =>
  parts.map((part, index) => ({ path: [list, index, field], text: part[field] }))

/** For meanings that do not depend on the order in which something was written. */
export const sorted = (list: readonly string[]): string[] => [...list].sort()
