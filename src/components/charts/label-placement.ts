/** Where labels go so that none covers another: pure geometry in the chart's own pixels, y downwards. */

export interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export interface Point { readonly x: number; readonly y: number }

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

export interface PlacementProblem {
  /** What the label names. */
  readonly anchor: Point
  readonly width: number
  readonly height: number
  /** The label stays inside. */
  readonly area: Box
  /** Boxes that it must not touch. */
  readonly taken: readonly Box[]
  /** Points on lines that it should not cover. */
  readonly ink: readonly Point[]
}

const clearance = 4
const gridStep = 14
/** Covering a point of ink is as bad as standing this many pixels further away. */
const costOfInk = 20

/** Places to try: close around the anchor first, then everywhere. */
function* candidates({ anchor, width, height, area }: PlacementProblem): Generator<Box> {
  for (const distance of [12, 22, 36]) {
    for (const [right, down] of [[1, -1], [1, 1], [-1, -1], [-1, 1], [1, 0], [-1, 0], [0, -1], [0, 1]] as const) {
      yield {
        x: right === 1 ? anchor.x + distance : right === -1 ? anchor.x - distance - width : anchor.x - width / 2,
        y: down === 1 ? anchor.y + distance : down === -1 ? anchor.y - distance - height : anchor.y - height / 2,
        width, height,
      }
    }
  }
  for (let y = area.y; y + height <= area.y + area.height; y += gridStep) for (let x = area.x; x + width <= area.x + area.width; x += gridStep) yield { x, y, width, height }
}

const distanceTo = (point: Point, box: Box): number =>
  Math.hypot(Math.max(box.x - point.x, 0, point.x - box.x - box.width), Math.max(box.y - point.y, 0, point.y - box.y - box.height))

/**
 * The best place for a label: inside the area, off every taken box, over as few points of ink as can be, near its anchor.
 * Undefined when no place is free of the taken boxes; then the label is better left to the table than drawn over another.
 */
export function placeLabel(problem: PlacementProblem): Box | undefined {
  let best: Box | undefined
  let lowest = Infinity
  for (const box of candidates(problem)) {
    const cost = distanceTo(problem.anchor, box)
    if (cost >= lowest || !isInside(box, problem.area) || problem.taken.some((taken) => overlaps(box, taken, clearance))) continue
    let total = cost
    for (const { x, y } of problem.ink) {
      if (x > box.x - clearance && x < box.x + box.width + clearance && y > box.y - clearance && y < box.y + box.height + clearance) total += costOfInk
      if (total >= lowest) break
    }
    if (total < lowest) {
      best = box
      lowest = total
    }
  }
  return best
}
