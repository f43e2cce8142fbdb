import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Claim, Relation } from '../argument-schema.ts'
import { claimId, personId, relationId } from '../ids.ts'
import { layoutMap } from './map-layout.ts'
import { findMainThesis, selectMap } from './map-selection.ts'

const claim = (id: string, role: Claim['role'] = 'reason', short = 'A premise of about the usual length for a box'): Claim => ({
  id: claimId.parse(id), text: short, short, role, status: 'opinion', voice: { speaker: personId.parse('someone'), stance: 'asserts' }, paragraphs: [1], numbers: [],
})
const supports = (from: string, to: string): Relation => ({ kind: 'supports', id: relationId.parse(`r-${from}-${to}`), from: claimId.parse(from), to: claimId.parse(to), warrant: 'because', drawnBy: 'article' })
const undercuts = (from: string, to: string): Relation => ({ kind: 'undercuts', id: relationId.parse(`r-${from}-${to}`), from: claimId.parse(from), to: relationId.parse(to), warrant: 'because', drawnBy: 'article' })

describe('a map', () => {
  it('puts what bears on the thesis to the right of it, and an undercutter below the premise it hits', () => {
    const { boxes, edges } = layoutMap({ claims: [claim('t', 'thesis'), claim('a'), claim('b'), claim('u', 'objection')], relations: [supports('a', 't'), supports('b', 't'), undercuts('u', 'r-a-t')] })
    const box = (id: string) => boxes.find((found) => found.claim === id)
    expect(box('a')?.x).toBeGreaterThan(box('t')?.x ?? Infinity)
    expect(box('u')?.x).toBe(box('a')?.x)
    const between = boxes.filter((other) => other.x === box('a')?.x && other.y > (box('a')?.y ?? 0) && other.y < (box('u')?.y ?? 0))
    expect(box('u')?.y).toBeGreaterThan(box('a')?.y ?? Infinity)
    expect(between).toEqual([])
    expect(edges).toHaveLength(3)
  })

  it('puts what bears on a box that has moved below another where no two lines cross', () => {
    const { boxes } = layoutMap({
      claims: [claim('t', 'thesis'), claim('a'), claim('u', 'objection'), claim('on-u'), claim('undercuts-b'), claim('b')],
      relations: [supports('a', 't'), undercuts('u', 'r-a-t'), supports('on-u', 'u'), supports('b', 'a'), undercuts('undercuts-b', 'r-b-a')],
    })
    const heightOf = (id: string): number => boxes.find((box) => box.claim === id)?.y ?? NaN
    expect(['a', 'u'].toSorted((one, other) => heightOf(one) - heightOf(other))).toEqual(['a', 'u'])
    expect(['b', 'undercuts-b', 'on-u'].toSorted((one, other) => heightOf(one) - heightOf(other))).toEqual(['b', 'undercuts-b', 'on-u'])
  })

  it('never lets two boxes overlap, whatever the graph', () => {
    const graph = fc.integer({ min: 1, max: 24 }).chain((size) => fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 40 }).map((pairs) => ({
      claims: Array.from({ length: size }, (_, index) => claim(`c${index}`, index === 0 ? 'thesis' : 'reason', 'word '.repeat(1 + (index % 9)).trim())),
      // Premises have the higher number, so support never runs in a circle.
      relations: [...new Map(pairs.filter(([from, to]) => from > to).map(([from, to]) => [`${from}-${to}`, supports(`c${from}`, `c${to}`)])).values()],
    })))
    fc.assert(fc.property(graph, (value) => {
      const { boxes } = layoutMap(value)
      for (const a of boxes) for (const b of boxes) {
        if (a === b) continue
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
        expect(apart).toBe(true)
      }
    }), { numRuns: 60 })
  })

  it('shows what leads to the focus within the depth, and no more than the limit', () => {
    const graph = { claims: [claim('t', 'thesis'), claim('a'), claim('b'), claim('c')], relations: [supports('a', 't'), supports('b', 'a'), supports('c', 'b')] }
    expect(selectMap(graph, { focus: claimId.parse('t'), depth: 2 }).claims.map(({ id }) => id)).toEqual(['t', 'a', 'b'])
    expect(selectMap(graph, { focus: claimId.parse('t'), depth: 3, limit: 2 }).claims).toHaveLength(2)
  })

  it('shows what bears on a premise also where the focus has more premises than there is room for, and fills what room is left', () => {
    const premises = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
    const direct = premises.map((id) => supports(id, 't'))
    const claims = [claim('t', 'thesis'), ...premises.map((id) => claim(id)), claim('on-j')]
    const shown = (relations: readonly Relation[]) => selectMap({ claims, relations }, { focus: claimId.parse('t') }).claims.map(({ id }) => id)
    expect(shown([...direct, supports('on-j', 'j')])).toEqual(['t', 'a', 'b', 'c', 'd', 'e', 'f', 'j', 'on-j'])
    expect(shown(direct)).toEqual(['t', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
  })

  it('begins an overview with the thesis that most claims lead to, not with the first one', () => {
    const graph = { claims: [claim('aside', 'thesis'), claim('main', 'thesis'), claim('a'), claim('b'), claim('c')], relations: [supports('a', 'aside'), supports('b', 'main'), supports('c', 'b')] }
    expect(findMainThesis(graph)).toBe('main')
    expect(findMainThesis({ claims: [claim('a')], relations: [] })).toBeUndefined()
  })
})
