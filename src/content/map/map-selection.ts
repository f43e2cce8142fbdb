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

/**
 * From the focus outwards, towards its premises and attackers. Each step takes its share of the room, so that a claim with many premises shows what
 * bears on them too, and what is left over goes to those passed over. An attack comes before a further support, since it is rarer and tells more;
 * then comes what most bears on.
 */
function nearFocus(graph: ArgumentGraph, byId: ReadonlyMap<RelationId, Relation>, focus: ClaimId, depth: number, limit: number): Set<ClaimId> {
  const targetsOf = (relation: Relation): ClaimId[] => endsOf(relation, byId).slice(1)
  const behind = (id: ClaimId): number => graph.relations.filter((relation) => targetsOf(relation).includes(id)).length
  const kept = new Set<ClaimId>([focus])
  const passedOver: ClaimId[] = []
  let front: ClaimId[] = [focus]
  for (let step = 0; step < depth; step++) {
    const leading = graph.relations.filter((relation) => targetsOf(relation).some((id) => front.includes(id)) && (relation.kind !== 'undercuts' || targetsOf(relation).every((id) => kept.has(id))))
    const ordered = leading.toSorted((a, b) => Number(a.kind === 'supports') - Number(b.kind === 'supports') || behind(b.from) - behind(a.from)).map(({ from }) => from)
    const found = [...new Set(ordered)].filter((id) => !kept.has(id))
    const share = Math.ceil((limit - kept.size) / (depth - step))
    front = found.slice(0, share)
    passedOver.push(...found.slice(share))
    for (const id of front) kept.add(id)
  }
  for (const id of passedOver) if (kept.size < limit) kept.add(id)
  return kept
}
