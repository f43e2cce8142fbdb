/** The argument as a tree to be read aloud: each claim once, below the claim or step it bears on. */
import type { Claim, Relation } from '../../content/argument-schema.ts'
import type { ClaimId, RelationId } from '../../content/ids.ts'

export interface OutlineNode {
  readonly claim: Claim
  /** Undefined for a claim that bears on nothing else: a root. */
  readonly relation: Relation | undefined
  readonly children: readonly OutlineNode[]
}

/** Roots are the claims that support or attack nothing. A claim that bears on several stands in full at the first and is not repeated below the others. */
export function outlineTree(claims: readonly Claim[], relations: readonly Relation[]): OutlineNode[] {
  const byId = new Map(relations.map((relation) => [relation.id, relation]))
  const claimOf = new Map(claims.map((claim) => [claim.id, claim]))
  const premiseOf = (id: RelationId): ClaimId | undefined => byId.get(id)?.from
  const placeOf = (relation: Relation): ClaimId | undefined => (relation.kind === 'undercuts' ? premiseOf(relation.to) : relation.to)
  const used = new Set<ClaimId>()

  function grow(claim: Claim, relation: Relation | undefined): OutlineNode {
    used.add(claim.id)
    const children: OutlineNode[] = []
    for (const next of relations) {
      const child = claimOf.get(next.from)
      if (placeOf(next) === claim.id && child !== undefined && !used.has(child.id)) children.push(grow(child, next))
    }
    return { claim, relation, children }
  }

  const leaves = new Set(relations.map((relation) => relation.from))
  const roots = claims.filter((claim) => !leaves.has(claim.id)).map((claim) => grow(claim, undefined))
  // A circle of attacks has no root; its first claim becomes one.
  for (const claim of claims) if (!used.has(claim.id)) roots.push(grow(claim, undefined))
  return roots
}
