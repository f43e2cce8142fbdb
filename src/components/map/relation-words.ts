/** What the three relations are called, in a legend and before a claim in an outline. */
import type { Relation } from '../../content/argument-schema.ts'

export const relationWords: Readonly<Record<Relation['kind'], { readonly legend: string, readonly outline: string }>> = {
  supports: { legend: 'supports', outline: 'Supports' },
  rebuts: { legend: 'rebuts the claim', outline: 'Rebuts' },
  undercuts: { legend: 'undercuts the step', outline: 'Undercuts the step' },
}
