/** What a mechanism is: a small executable model of something an article asserts, with units, limits and checked values. */
import type { ClaimId, MechanismId } from '../content/ids.ts'

/** Numbers by name. Shares are 0 to 1, never per cent. */
export type Values<Name extends string = string> = Readonly<Record<Name, number>>

export interface Parameter {
  readonly label: string
  /** One sentence: what is varied. */
  readonly meaning: string
  /** Unit as shown after a value, such as tokens; empty for a pure number or a share. */
  readonly unit: string
  readonly min: number
  readonly max: number
  /** Slider step: in the parameter's own unit on a linear scale, in powers of ten on a log scale. */
  readonly step: number
  readonly scale: 'linear' | 'log'
  /** Only whole numbers make sense, on a log scale too. */
  readonly whole?: boolean
  readonly default: number
  readonly format: (value: number) => string
}

export interface Output {
  readonly label: string
  readonly unit: string
  readonly format: (value: number) => string
}

/** A number in figures and the unit that follows it; empty where there is none. */
export interface Quantity {
  readonly figures: string
  readonly unit: string
}

/** A setting or a result as every view shows it. Units are plural words; exactly one takes the singular: 1 step. */
export function showQuantity({ format, unit }: Pick<Parameter, 'format' | 'unit'>, value: number): Quantity {
  const figures = format(value)
  return { figures, unit: figures === '1' ? unit.replace(/s$/, '') : unit }
}

/** The same in one piece, to be said: 10 steps. */
export const sayQuantity = ({ figures, unit }: Quantity): string => (unit === '' ? figures : `${figures} ${unit}`)

/** An error formula: the value that a known mistake gives instead of output `of`. */
export interface Slip<P extends string = string, O extends string = string> {
  readonly label: string
  readonly of: O
  evaluate(params: Values<P>): number
}

/** A value to which the model is held; run as a test. */
export interface Checkpoint<P extends string = string, O extends string = string> {
  /** The settings that differ from the defaults. */
  readonly in: Partial<Values<P>>
  readonly out: Partial<Values<O>>
  /** Largest absolute difference allowed. */
  readonly tolerance: number
  /** Who gives the value: an identifier of a publication, an article with paragraph, or the arithmetic. */
  readonly source: string
}

export interface Source {
  readonly identifier: string
  /** V: seen in the publication itself. S: known from others that quote it. */
  readonly mark: 'V' | 'S'
}

export interface Mechanism<P extends string = string, O extends string = string> {
  readonly id: MechanismId
  readonly title: string
  readonly summary: string
  /** TeX, without dollar signs. */
  readonly formula: string
  readonly parameters: Readonly<Record<P, Parameter>>
  /** The one or two parameters that a slide offers; the rest keep their defaults there. */
  readonly knobs: readonly [P] | readonly [P, P]
  readonly outputs: Readonly<Record<O, Output>>
  /** The output that is read out large. */
  readonly main: O
  /** Finite for every allowed setting. */
  evaluate(params: Values<P>): Values<O>
  readonly slips: Readonly<Record<string, Slip<P, O>>>
  readonly assumptions: readonly string[]
  /** Where the model may be believed, and where it stops. */
  readonly validity: string
  /** The publications from which constants were taken. */
  readonly sources: readonly Source[]
  /** The claims it bears on. */
  readonly claims: readonly ClaimId[]
  readonly checkpoints: readonly Checkpoint<P, O>[]
  /** One plain sentence on what this setting shows. */
  describe(params: Values<P>): string
}

/** What an author writes: the names of parameters and outputs are inferred from their records alone. */
type MechanismSpec<P extends string, O extends string> = Omit<Mechanism<NoInfer<P>, NoInfer<O>>, 'id' | 'claims' | 'parameters' | 'outputs'> & {
  readonly id: string
  readonly claims: readonly string[]
  readonly parameters: Readonly<Record<P, Parameter>>
  readonly outputs: Readonly<Record<O, Output>>
}

/** Checks the names of parameters and outputs against each other, so that a misspelt one does not compile. */
export function defineMechanism<P extends string, O extends string>(spec: MechanismSpec<P, O>): Mechanism<P, O> {
  // Authored ids become branded ones here, without loading the schemas (and zod) into every page.
  return { ...spec, id: spec.id as MechanismId, claims: spec.claims as readonly ClaimId[] }
}

/** Every parameter: the given value held to its range, or the default where none (or no finite one) is given. */
export function settleParams<P extends string>(mechanism: Mechanism<P>, given: Partial<Readonly<Record<string, number>>> = {}): Record<P, number> {
  // Object.entries forgets the key type; the keys of `parameters` are P by definition.
  const entries = Object.entries<Parameter>(mechanism.parameters) as [P, Parameter][]
  return Object.fromEntries(entries.map(([name, parameter]) => {
    const value = given[name]
    const settled = value === undefined || !Number.isFinite(value) ? parameter.default : Math.min(parameter.max, Math.max(parameter.min, value))
    return [name, settled]
  })) as Record<P, number> // as above: fromEntries forgets the key type too
}
