import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { questionId } from '../content/ids.ts'
import { hashSeed } from '../content/variant-seed.ts'
import { randomFrom, shuffle } from './seed.ts'

const id = questionId.parse('o1-share')

describe('seeds', () => {
  it('stay the same for ever, so that an old event still names its variant', () => {
    expect([hashSeed(id, 1, 0), hashSeed(id, 1, 1), hashSeed(id, 2, 0)]).toEqual([3112253162, 3824657948, 3548194596])
  })

  it('draw numbers from 0 up to 1 that fill the range evenly', () => {
    const random = randomFrom(hashSeed(id, 1, 0))
    const draws = Array.from({ length: 10_000 }, random)
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...draws)).toBeLessThan(1)
    expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).toBeCloseTo(0.5, 1)
  })

  it('shuffle without losing or adding anything, and the same way each time', () => {
    fc.assert(fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
      const shuffled = shuffle(items, randomFrom(seed))
      expect([...shuffled].sort()).toEqual([...items].sort())
      expect(shuffle(items, randomFrom(seed))).toEqual(shuffled)
    }))
  })
})
