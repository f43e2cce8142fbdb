/** Where labels go so that none covers another: pure geometry in the chart's own pixels, y downwards. */

export interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export interface Point { readonly x: number; readonly y: number }
export interface Segment { readonly from: Point; readonly to: Point }

/** Whether two boxes share area when each is kept `gap` pixels clear. */
export const overlaps = (a: Box, b: Box, gap = 0): boolean =>
  a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap

const isInside = (box: Box, area: Box): boolean =>
  box.x >= area.x && box.y >= area.y && box.x + box.width <= area.x + area.width && box.y + box.height <= area.y + area.height

/**
 * Moves labels of given heights from the centres they would like, as little as order allows, until they stand clear of each
 * other between `top` and `bottom`. Returns the centres in the order given. When they cannot all fit, they overrun at the bottom.
 */
export function spreadLabels(wanted: readonly { readonly centre: number; readonly height: number }[], top: number, bottom: number, gap = 2): number[] {
  const order = wanted.map((label, index) => ({ ...label, index })).sort((a, b) => a.centre - b.centre || a.index - b.index)
  let floor = bottom
  for (const label of [...order].reverse()) {
    label.centre = Math.min(label.centre, floor - label.height / 2)
    floor = label.centre - label.height / 2 - gap
  }
  let ceiling = top
  for (const label of order) {
    label.centre = Math.max(label.centre, ceiling + label.height / 2)
    ceiling = label.centre + label.height / 2 + gap
  }
  const centres = new Array<number>(wanted.length).fill(0)
  for (const { index, centre } of order) centres[index] = centre
  return centres
}

/** Pixels of a cell of the raster on which lines are noted. */
const cell = 6

/** To cover the line that makes the point is so many times as bad as to cover another. */
const weightOfHero = 3

/** Counts the cells that lines run through and a box would cover, a hero's several times. */
export type InkCount = (box: Box) => number

/** Notes lines on a coarse raster with running sums, so that however many places are tried for a label, each costs four look-ups. */
export function countInk(lines: readonly (readonly Point[])[], area: Box, heroes: readonly (readonly Point[])[] = []): InkCount {
  const columns = Math.ceil(area.width / cell)
  const rows = Math.ceil(area.height / cell)
  const stride = columns + 1
  const sums = new Uint16Array(stride * (rows + 1))
  const noteAt = (x: number, y: number, weight: number): void => {
    const column = Math.floor((x - area.x) / cell)
    const row = Math.floor((y - area.y) / cell)
    if (column >= 0 && column < columns && row >= 0 && row < rows) sums[(row + 1) * stride + column + 1] = weight
  }
  /** A line's points, with others between them so that no cell is jumped over. Plain arithmetic: this runs for every pixel or so, at every step of a slider. */
  const note = (line: readonly Point[], weight: number): void => {
    let from = line[0]
    if (from) noteAt(from.x, from.y, weight)
    for (const to of line) {
      if (!from) return
      const [dx, dy] = [to.x - from.x, to.y - from.y]
      const steps = Math.ceil(Math.sqrt(dx * dx + dy * dy) / cell)
      for (let step = 1; step <= steps; step++) noteAt(from.x + (dx * step) / steps, from.y + (dy * step) / steps, weight)
      from = to
    }
  }
  for (const line of lines) note(line, 1)
  for (const line of heroes) note(line, weightOfHero)
  for (let row = 1; row <= rows; row++) {
    let inRow = 0
    for (let column = 1; column <= columns; column++) {
      const index = row * stride + column
      inRow += sums[index] ?? 0
      sums[index] = (sums[index - stride] ?? 0) + inRow
    }
  }
  const held = (value: number, most: number): number => (value < 0 ? 0 : value > most ? most : value)
  return (box) => {
    const left = held(Math.floor((box.x - area.x) / cell), columns)
    const right = held(Math.ceil((box.x + box.width - area.x) / cell), columns)
    const above = held(Math.floor((box.y - area.y) / cell), rows) * stride
    const below = held(Math.ceil((box.y + box.height - area.y) / cell), rows) * stride
    return (sums[below + right] ?? 0) - (sums[above + right] ?? 0) - (sums[below + left] ?? 0) + (sums[above + left] ?? 0)
  }
}

export interface PlacementProblem {
  /** What the label names. */
  readonly anchor: Point
  readonly width: number
  readonly height: number
  /** The label stays inside. */
  readonly area: Box
  /** Boxes that neither it nor its leader may touch. */
  readonly taken: readonly Box[]
  /** The leaders of other labels: neither it nor its own may cross them. */
  readonly leaders: readonly Segment[]
  /** Lines that it should not cover. */
  readonly ink: InkCount
}

export interface PlacedLabel {
  readonly box: Box
  /** Where a line from the anchor meets a label that stands apart from it. */
  readonly leader: Point | undefined
}

const clearance = 4
const gridStep = 20
/** Covering a cell of ink is as bad as standing this many pixels further away. */
const costOfInk = 15
/** A leader is looked at every so many pixels; a line under it there is worse than a line under its label. */
const leaderStep = 8
const costOfCrossing = 80
/** A label further from its anchor needs a line to it. */
const farthestWithoutLeader = 40
/** Around the anchor a leader may cross what it starts from. */
const leaderStart = 14

/** Places close around the anchor, which are tried first. */
function* placesAround({ anchor, width, height }: PlacementProblem): Generator<Box> {
  for (const distance of [12, 22, 36]) {
    for (const [right, down] of [[1, -1], [1, 1], [-1, -1], [-1, 1], [1, 0], [-1, 0], [0, -1], [0, 1]] as const) {
      yield {
        x: right === 1 ? anchor.x + distance : right === -1 ? anchor.x - distance - width : anchor.x - width / 2,
        y: down === 1 ? anchor.y + distance : down === -1 ? anchor.y - distance - height : anchor.y - height / 2,
        width, height,
      }
    }
  }
}

/** Where places of a grid begin along one side of the area, those nearest to the anchor first. */
const outwards = (start: number, room: number, size: number, anchor: number): number[] =>
  Array.from({ length: Math.max(0, Math.floor((room - size) / gridStep) + 1) }, (_, index) => start + index * gridStep)
    .sort((one, other) => Math.abs(one + size / 2 - anchor) - Math.abs(other + size / 2 - anchor))
/** From a point to a span along one side; 0 within it. */
const gapTo = (start: number, size: number, point: number): number => Math.max(0, start - point, point - start - size)

const held = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))
const widened = ({ x, y, width, height }: Box, gap: number): Box => ({ x: x - gap, y: y - gap, width: width + 2 * gap, height: height + 2 * gap })

/**
 * The best place for a label: inside the area, off every taken box, over as little ink as can be, near its anchor, and with no line to it
 * across another label. Undefined when there is no such place; then the label is better left to the table than drawn over another.
 */
export function placeLabel(problem: PlacementProblem): PlacedLabel | undefined {
  const { anchor, width, height, area, taken, leaders, ink } = problem
  let best: PlacedLabel | undefined
  let lowest = Infinity
  const consider = (box: Box): void => {
    const nearest = { x: held(anchor.x, box.x, box.x + box.width), y: held(anchor.y, box.y, box.y + box.height) }
    const distance = Math.hypot(nearest.x - anchor.x, nearest.y - anchor.y)
    if (distance >= lowest || !isInside(box, area) || taken.some((other) => overlaps(box, other, clearance)) || leaders.some((other) => isCutBy(box, other, clearance))) return
    let cost = distance + costOfInk * ink(widened(box, clearance))
    const isApart = distance > farthestWithoutLeader
    if (isApart && cost < lowest) cost += costOfLeader(problem, nearest, lowest - cost)
    if (cost < lowest) {
      best = { box, leader: isApart ? nearest : undefined }
      lowest = cost
    }
  }
  for (const box of placesAround(problem)) consider(box)
  // Then everywhere, from the anchor outwards, until all that is left lies further off than the best place is bad.
  const columns = outwards(area.x, area.width, width, anchor.x)
  for (const y of outwards(area.y, area.height, height, anchor.y)) {
    if (gapTo(y, height, anchor.y) >= lowest) break
    for (const x of columns) {
      if (gapTo(x, width, anchor.x) >= lowest) break
      consider({ x, y, width, height })
    }
  }
  return best
}

/** What a leader to this point crosses, `most` or more when it costs too much; it may cross nothing that is taken, and no other leader. */
function costOfLeader({ anchor, taken, leaders, ink }: PlacementProblem, to: Point, most: number): number {
  const length = Math.hypot(to.x - anchor.x, to.y - anchor.y)
  const at = (distance: number): Point => ({ x: anchor.x + ((to.x - anchor.x) * distance) / length, y: anchor.y + ((to.y - anchor.y) * distance) / length })
  const leader = { from: at(leaderStart), to }
  if (taken.some((box) => isCutBy(box, leader, 2)) || leaders.some((other) => doCross(leader, other))) return Infinity
  let cost = 0
  for (let distance = leaderStart; distance < length && cost < most; distance += leaderStep) cost += costOfCrossing * ink({ ...at(distance), width: 1, height: 1 })
  return cost
}

/** Whether a segment runs through a box widened by `gap`: its parts between the box's sides, left to right and top to bottom, have one in common. */
export function isCutBy(box: Box, { from, to }: Segment, gap = 0): boolean {
  let [first, last] = [0, 1]
  for (const [start, step, least, most] of [[from.x, to.x - from.x, box.x - gap, box.x + box.width + gap], [from.y, to.y - from.y, box.y - gap, box.y + box.height + gap]] as const) {
    if (step === 0 && (start < least || start > most)) return false
    if (step === 0) continue
    const [one, other] = [(least - start) / step, (most - start) / step]
    first = Math.max(first, Math.min(one, other))
    last = Math.min(last, Math.max(one, other))
  }
  return first <= last
}

/** Whether two segments cross: the ends of each lie on both sides of the other. */
export function doCross(a: Segment, b: Segment): boolean {
  const side = ({ from, to }: Segment, point: Point): number => Math.sign((to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x))
  return side(a, b.from) !== side(a, b.to) && side(b, a.from) !== side(b, a.to)
}
