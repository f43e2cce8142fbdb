/** What the tools must know of a kind: how its author writes it, for the checks of the library, and what it needs on paper. Beside `Kind`, because no page loads the schemas. */
import type { z } from 'zod'
import type { VariantFrame } from './kind.ts'
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

/** One kind of question as it is authored under its schema; V is its variant, A its answer. All functions are pure. */
export interface AuthoredKind<S extends z.ZodType, V extends VariantFrame = VariantFrame, A extends object = object> {
  readonly schema: S
  readonly paper: PaperKind<V, A>
  /** What grading rests on, as JSON: wording may change without a new rev, this may not. */
  meaning(question: z.infer<S>): readonly unknown[]
  parts(question: z.infer<S>): readonly PartGroup[]
  /** Where a part names another one, and among which it must be. */
  partReferences?(question: z.infer<S>): readonly { readonly path: FieldPath, readonly id: string, readonly among: readonly Identified[] }[]
  /** Parts that exist and still make no sense together. */
  partSlips?(question: z.infer<S>): readonly PartSlip[]
  /** What it says is so, beyond stem and explanation: no distractors, and no feedback on them. */
  assertedTexts?(question: z.infer<S>): readonly FieldText[]
  /** Numbers that it gives itself, so that they need stand in no claim. */
  givenNumbers?(question: z.infer<S>): readonly number[]
  /** Texts to choose among, which must differ. */
  choices?(question: z.infer<S>): readonly FieldText[]
  /** Absent where no short text tells the answer. */
  tellingText?(question: z.infer<S>): TellingText | undefined
}

/** One field of each part of a list, with its place. */
export const fieldTexts = <F extends string>(list: string, parts: readonly Readonly<Record<F, string>>[], field: F): FieldText[] =>
  parts.map((part, index) => ({ path: [list, index, field], text: part[field] }))

/** For meanings that do not depend on the order in which something was written. */
export const sorted = (list: readonly string[]): string[] => [...list].sort()
