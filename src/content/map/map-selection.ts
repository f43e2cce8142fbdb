/** Which claims and relations of an article one map shows. */
import type { Claim, Relation } from '../argument-schema.ts'
import type { ClaimId, RelationId } from '../ids.ts'

export interface ArgumentGraph { readonly claims: readonly Claim[], readonly relations: readonly Relation[] }

/** What a map is asked to show: named claims, or what leads to a focus within some steps. Without either, the whole argument. */
export interface MapRequest {
  readonly claims?: readonly ClaimId[] | undefined
  readonly focus?: ClaimId | undefined
  /** Steps from the focus, 2 by default. */
  readonly depth?: number | undefined
  /** Boxes at most; those nearer to the focus come first. */
  readonly limit?: number | undefined
}

/** A slide carries no more boxes than this and stays readable. */
export const boxesPerSlide = 9

/** A name under which a compiled map is found again. */
export function mapName({ claims, focus, depth, limit }: MapRequest): string {
  return claims !== undefined ? claims.join('+') : focus === undefined ? 'whole' : `${focus}~${depth ?? 2}~${limit ?? boxesPerSlide}`
}

/** The claims that a relation joins: for an undercut, the attacker and both ends of the step it attacks. */
export function endsOf(relation: Relation, relations: ReadonlyMap<RelationId, Relation>): ClaimId[] {
  if (relation.kind !== 'undercuts') return [relation.from, relation.to]
  const step = relations.get(relation.to)
  return step === undefined ? [relation.from] : [relation.from, ...endsOf(step, relations)]
}

export function selectMap(graph: ArgumentGraph, request: MapRequest): ArgumentGraph {
  const byId = new Map(graph.relations.map((relation) => [relation.id, relation]))
  const kept = request.claims !== undefined ? new Set(request.claims) : request.focus !== undefined ? nearFocus(graph, byId, request.focus, request.depth ?? 2, request.limit ?? boxesPerSlide) : new Set(graph.claims.map(({ id }) => id))
  return {
    claims: graph.claims.filter(({ id }) => kept.has(id)),
    relations: graph.relations.filter((relation) => endsOf(relation, byId).every((id) => kept.has(id))),
  }
}

/** The thesis that most claims lead to, which an overview begins with; the first of them when several tie. */
export function findMainThesis(graph: ArgumentGraph): ClaimId | undefined {
  const reach = (focus: ClaimId): number => selectMap(graph, { focus, limit: Infinity }).claims.length
  return graph.claims.filter(({ role }) => role === 'thesis').map(({ id }) => ({ id, claims: reach(id) })).reduce<{ id: ClaimId, claims: number } | undefined>((best, one) => (best === undefined || one.claims > best.claims ? one : best), undefined)?.id
}

/** Breadth first from the focus towards its premises and attackers; an attack comes before a further support, since it is rarer and tells more. */
function nearFocus(graph: ArgumentGraph, byId: ReadonlyMap<RelationId, Relation>, focus: ClaimId, depth: number, limit: number): Set<ClaimId> {
  const kept = new Set<ClaimId>([focus])
  let front: ClaimId[] = [focus]
  for (let step = 0; step < depth; step++) {
    const next: ClaimId[] = []
    const leading = graph.relations.filter((relation) => endsOf(relation, byId).slice(1).some((id) => front.includes(id)) && (relation.kind !== 'undercuts' || endsOf(relation, byId).slice(1).every((id) => kept.has(id))))
    for (const relation of [...leading].sort((a, b) => Number(a.kind === 'supports') - Number(b.kind === 'supports'))) {
      if (kept.has(relation.from) || kept.size >= limit) continue
      kept.add(relation.from)
      next.push(relation.from)
    }
    front = next
  }
  return kept
}
