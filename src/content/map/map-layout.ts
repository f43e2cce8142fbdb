/**
 * Places an argument on a plane: the thesis at the left, what bears on it in columns to its right. The kept engine (dagre) decides columns and
 * order; columns then snap to the widths of the visual design, and lines are drawn from box side to box side.
 */
import { Graph, layout as runDagre } from '@dagrejs/dagre'
import type { Claim, Relation } from '../argument-schema.ts'
import type { ClaimId, RelationId } from '../ids.ts'
import { breakLines } from '../text-lines.ts'
import type { ArgumentGraph } from './map-selection.ts'

export interface MapBox {
  readonly claim: ClaimId
  readonly role: Claim['role']
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly lines: readonly string[]
  readonly paragraphs: readonly number[]
  readonly isThesis: boolean
}

export interface MapPoint { readonly x: number, readonly y: number }

export interface MapEdge {
  readonly relation: RelationId
  readonly kind: Relation['kind']
  readonly from: ClaimId
  /** A claim, or for an undercut the relation whose line it meets. */
  readonly to: ClaimId | RelationId
  /** SVG path data from the badge to the end. */
  readonly path: string
  readonly start: MapPoint
  readonly end: MapPoint
}

export interface MapLayout { readonly width: number, readonly height: number, readonly boxes: readonly MapBox[], readonly edges: readonly MapEdge[] }

/** Columns of the visual design, in slide pixels; further columns repeat the last. */
const columns = [{ x: 0, width: 222 }, { x: 282, width: 262 }, { x: 606, width: 262 }] as const
const columnStep = 324
const boxGap = 14
const padding = { x: 14, y: 9 }
const text = { size: 16, line: 20 } as const
const thesisText = { size: 18, line: 23 } as const
const paragraphLine = 18
/** The arrow stops short of the box it points at. */
const arrowGap = 3
/** Room at the left of a box for the badge that stands on its edge. */
const badgeRadius = 9
/** Room that a line keeps when it passes between boxes of a column. */
const passage = 16

function columnAt(index: number): { x: number, width: number } {
  const last = columns[columns.length - 1] ?? columns[0]
  return columns[index] ?? { x: last.x + columnStep * (index - columns.length + 1), width: last.width }
}

interface Placed { readonly claim: Claim, readonly column: number, readonly lines: readonly string[], readonly height: number, y: number }

/** The claim that a relation ends at; an undercut is placed as if it ended where the attacked step ends. */
function targetClaim(relation: Relation, byId: ReadonlyMap<RelationId, Relation>): ClaimId | undefined {
  if (relation.kind !== 'undercuts') return relation.to
  const step = byId.get(relation.to)
  return step === undefined ? undefined : targetClaim(step, byId)
}

/** Lays a graph out. Boxes never overlap; the result's size is its bounding box. An empty graph gives an empty plane. */
export function layoutMap({ claims, relations }: ArgumentGraph): MapLayout {
  if (claims.length === 0) return { width: 0, height: 0, boxes: [], edges: [] }
  const byId = new Map(relations.map((relation) => [relation.id, relation]))
  const graph = new Graph({ multigraph: true }).setGraph({ rankdir: 'RL', nodesep: boxGap, ranksep: 60, edgesep: passage, ranker: 'network-simplex' }).setDefaultEdgeLabel(() => ({}))

  const measured = new Map(claims.map((claim) => [claim.id, measureBox(claim, 262)]))
  for (const claim of claims) graph.setNode(claim.id, { width: 262, height: measured.get(claim.id)?.height ?? 0 })
  for (const relation of relations) {
    const target = targetClaim(relation, byId)
    if (target !== undefined && target !== relation.from) graph.setEdge(relation.from, target, { weight: relation.kind === 'undercuts' ? 1 : 2 }, relation.id)
  }
  runDagre(graph)

  const ranks = [...new Set(claims.map(({ id }) => Math.round(graph.node(id).x)))].sort((a, b) => a - b)
  const placed = new Map<ClaimId, Placed>()
  for (const claim of claims) {
    const node = graph.node(claim.id)
    const column = ranks.indexOf(Math.round(node.x))
    const box = measureBox(claim, columnAt(column).width)
    placed.set(claim.id, { claim, column, ...box, y: node.y - box.height / 2 })
  }
  for (let column = 0; column < ranks.length; column++) {
    const boxes = [...placed.values()].filter((box) => box.column === column)
    uncross(boxes, relations, placed)
    bringUndercuttersBelow(column, relations, byId, placed)
    separate(boxes)
  }
  const top = Math.min(...[...placed.values()].map((box) => box.y))
  for (const box of placed.values()) box.y -= top

  const boxes = [...placed.values()].map(({ claim, column, lines, height, y }): MapBox => ({
    claim: claim.id, role: claim.role, x: columnAt(column).x, y, width: columnAt(column).width, height, lines, paragraphs: claim.paragraphs, isThesis: claim.role === 'thesis',
  }))
  return {
    width: Math.max(...boxes.map((box) => box.x + box.width)),
    height: Math.max(...boxes.map((box) => box.y + box.height)),
    boxes,
    edges: drawEdges(relations, byId, placed),
  }
}

function measureBox(claim: Claim, width: number): { lines: string[], height: number } {
  const isThesis = claim.role === 'thesis'
  const size = isThesis ? thesisText : text
  const lines = breakLines(claim.short, width - 2 * padding.x, size.size, isThesis ? 'serif-bold' : 'sans')
  return { lines, height: lines.length * size.line + paragraphLine + 2 * padding.y }
}

/** Boxes may have moved in the columns to the left; where their order no longer suits what they bear on, they change places. */
function uncross(column: readonly Placed[], relations: readonly Relation[], placed: ReadonlyMap<ClaimId, Placed>): void {
  const middleOf = (box: Placed): number => box.y + box.height / 2
  const targets = new Map(column.map((box) => [box, relations.flatMap((relation) => {
    const target = relation.kind === 'undercuts' || relation.from !== box.claim.id ? undefined : placed.get(relation.to)
    return target === undefined ? [] : [middleOf(target)]
  })]))
  const targetsOf = (box: Placed): readonly number[] => targets.get(box) ?? []
  const wanted = (box: Placed): number => (targetsOf(box).length === 0 ? middleOf(box) : targetsOf(box).reduce((sum, y) => sum + y, 0) / targetsOf(box).length)
  const crossings = (order: readonly Placed[]): number => order.flatMap((upper, index) => order.slice(index + 1).flatMap((lower) => targetsOf(upper).flatMap((one) => targetsOf(lower).filter((other) => one > other)))).length
  const order = column.toSorted((a, b) => middleOf(a) - middleOf(b))
  const better = order.toSorted((a, b) => wanted(a) - wanted(b))
  if (crossings(better) >= crossings(order)) return
  const middles = order.map(middleOf)
  for (const [index, box] of better.entries()) box.y = (middles[index] ?? 0) - box.height / 2
}

/** An undercutter reads best directly below the premise of the step that it attacks. */
function bringUndercuttersBelow(column: number, relations: readonly Relation[], byId: ReadonlyMap<RelationId, Relation>, placed: ReadonlyMap<ClaimId, Placed>): void {
  for (const relation of relations) {
    if (relation.kind !== 'undercuts') continue
    const step = byId.get(relation.to)
    const attacker = placed.get(relation.from)
    const premise = step === undefined ? undefined : placed.get(step.from)
    if (attacker !== undefined && premise !== undefined && attacker.column === column && premise.column === column) attacker.y = premise.y + premise.height / 2 + 0.5 - attacker.height / 2
  }
}

/** Pushes the boxes of one column apart, keeping their order and, as far as it can, their middle. */
function separate(column: Placed[]): void {
  const middleOf = (boxes: readonly Placed[]) => boxes.reduce((sum, box) => sum + box.y + box.height / 2, 0) / boxes.length
  const wanted = middleOf(column)
  column.sort((a, b) => a.y + a.height / 2 - (b.y + b.height / 2))
  for (const [index, box] of column.entries()) {
    const above = column[index - 1]
    if (above !== undefined) box.y = Math.max(box.y, above.y + above.height + boxGap)
  }
  const drift = middleOf(column) - wanted
  for (const box of column) box.y -= drift
}

/** A height in a column at which a line may pass without crossing a box: the nearest gap to the height wanted. */
function findPassage(wanted: number, boxes: readonly Placed[]): number {
  const blocked = boxes.map((box) => ({ from: box.y - boxGap / 2, to: box.y + box.height + boxGap / 2 })).sort((a, b) => a.from - b.from)
  if (!blocked.some((span) => wanted > span.from && wanted < span.to)) return wanted
  const free = blocked.flatMap((span) => [span.from, span.to])
  return free.reduce((best, y) => (Math.abs(y - wanted) < Math.abs(best - wanted) ? y : best), free[0] ?? wanted)
}

function drawEdges(relations: readonly Relation[], byId: ReadonlyMap<RelationId, Relation>, placed: ReadonlyMap<ClaimId, Placed>): MapEdge[] {
  const boxes = [...placed.values()]
  const arrivals = new Map<ClaimId, Relation[]>()
  for (const relation of relations) if (relation.kind !== 'undercuts') arrivals.set(relation.to, [...(arrivals.get(relation.to) ?? []), relation])
  const middle = (id: ClaimId) => { const box = placed.get(id); return box === undefined ? 0 : box.y + box.height / 2 }
  for (const list of arrivals.values()) list.sort((a, b) => middle(a.from) - middle(b.from))

  /** A claim that bears on several leaves from as many places on its side, so that the badges stand apart. */
  const departures = new Map<ClaimId, RelationId[]>()
  for (const relation of relations) departures.set(relation.from, [...(departures.get(relation.from) ?? []), relation.id])
  const heightOfTarget = (id: RelationId): number => { const relation = byId.get(id); const target = relation === undefined ? undefined : targetClaim(relation, byId); return target === undefined ? 0 : middle(target) }
  // In the order of what they lead to, so that they do not cross.
  for (const list of departures.values()) list.sort((a, b) => heightOfTarget(a) - heightOfTarget(b))
  const departureOf = (relation: Relation, box: Placed): MapPoint => {
    const list = departures.get(relation.from) ?? []
    const spread = Math.min(24, (box.height - 2 * badgeRadius) / Math.max(1, list.length - 1))
    return { x: columnAt(box.column).x, y: box.y + box.height / 2 + (list.indexOf(relation.id) - (list.length - 1) / 2) * spread }
  }

  const middles = new Map<RelationId, MapPoint>()
  const edges: MapEdge[] = []
  for (const relation of relations) {
    if (relation.kind === 'undercuts') continue
    const [source, target] = [placed.get(relation.from), placed.get(relation.to)]
    if (source === undefined || target === undefined) continue
    const list = arrivals.get(relation.to) ?? []
    const spread = Math.min(26, (target.height - 24) / Math.max(1, list.length))
    const start = departureOf(relation, source)
    const end = { x: columnAt(target.column).x + columnAt(target.column).width + arrowGap, y: target.y + target.height / 2 + (list.indexOf(relation) - (list.length - 1) / 2) * spread }
    let path = `M${point(start)}`
    let at = start
    for (let column = source.column - 1; column > target.column; column--) {
      const { x, width } = columnAt(column)
      const y = findPassage(at.y + ((end.y - at.y) * (source.column - column)) / (source.column - target.column), boxes.filter((box) => box.column === column))
      path += `${curve(at, { x: x + width, y })}L${point({ x: x - badgeRadius, y })}`
      at = { x: x - badgeRadius, y }
    }
    path += curve(at, end)
    middles.set(relation.id, { x: (at.x + end.x) / 2, y: (at.y + end.y) / 2 })
    edges.push({ relation: relation.id, kind: relation.kind, from: relation.from, to: relation.to, path, start, end })
  }
  for (const relation of relations) {
    if (relation.kind !== 'undercuts') continue
    const source = placed.get(relation.from)
    const end = middles.get(relation.to) ?? middleOfUndercut(relation.to, edges)
    if (source === undefined || end === undefined) continue
    const start = departureOf(relation, source)
    edges.push({ relation: relation.id, kind: relation.kind, from: relation.from, to: relation.to, path: elbow(start, end), start, end })
  }
  return edges
}

function middleOfUndercut(id: RelationId, edges: readonly MapEdge[]): MapPoint | undefined {
  const edge = edges.find(({ relation }) => relation === id)
  return edge === undefined ? undefined : { x: edge.end.x, y: (edge.start.y + edge.end.y) / 2 }
}

const round = (value: number): number => Math.round(value * 10) / 10
const point = ({ x, y }: MapPoint): string => `${round(x)},${round(y)}`

/** Leaves and arrives level, as the boxes' sides ask for. */
function curve(from: MapPoint, to: MapPoint): string {
  const middle = (from.x + to.x) / 2
  return `C${point({ x: middle, y: from.y })} ${point({ x: middle, y: to.y })} ${point(to)}`
}

/** Level out of the box, then straight up or down to the step, with a small round corner. */
function elbow(from: MapPoint, to: MapPoint): string {
  const turn = Math.sign(to.y - from.y) * Math.min(8, Math.abs(to.y - from.y))
  const side = Math.sign(to.x - from.x) * Math.min(8, Math.abs(to.x - from.x))
  return `M${point(from)}L${point({ x: to.x - side, y: from.y })}Q${point({ x: to.x, y: from.y })} ${point({ x: to.x, y: from.y + turn })}L${point(to)}`
}
