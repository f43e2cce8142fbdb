import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestTokensPerParameter, chinchillaLossOf, printedFit, refit } from './chinchilla-loss.ts'
import { exhaustionYear, tokensWanted } from './data-stock.ts'
import { kaplanLoss } from './kaplan-scaling.ts'
import { newShare } from './novelty-heaps.ts'
import { coverageAt, passAtK, solvedShare } from './repeated-sampling.ts'
import { chainSuccess, halfLifeSteps } from './step-success.ts'
import { varianceWhenAccumulated, varianceWhenReplaced } from './synthetic-feedback.ts'
import { searchSuccess } from './tree-search.ts'

const share = (min = 0, max = 1) => fc.double({ min, max, noNaN: true })

describe('step success', () => {
  it('falls with each step and is one half at the half-life', () => {
    fc.assert(fc.property(share(0.01, 0.999), fc.integer({ min: 1, max: 100 }), (perStep, steps) => {
      expect(chainSuccess(perStep, steps + 1)).toBeLessThan(chainSuccess(perStep, steps))
      expect(chainSuccess(perStep, halfLifeSteps(perStep))).toBeCloseTo(0.5, 9)
    }))
  })
})

describe('tree search', () => {
  it('is never worse for a wider tree or a better verifier, and never better than certain', () => {
    fc.assert(fc.property(share(0.01, 0.99), fc.integer({ min: 1, max: 30 }), share(), fc.integer({ min: 1, max: 30 }), (perStep, width, verifier, depth) => {
      const success = searchSuccess(perStep, width, verifier, depth)
      expect(searchSuccess(perStep, width + 1, verifier, depth)).toBeGreaterThanOrEqual(success)
      expect(searchSuccess(perStep, width, 1, depth)).toBeGreaterThanOrEqual(success * (1 - 1e-12))
      expect(success).toBeLessThanOrEqual(1)
    }))
  })
})

describe('repeated sampling', () => {
  it('covers more with every sample, and a checker never finds more than is there', () => {
    fc.assert(fc.property(share(0.1, 9), share(0.05, 1), fc.integer({ min: 1, max: 10_000 }), share(), (a, b, samples, checker) => {
      const coverage = coverageAt(samples, a, b)
      expect(coverageAt(samples + 1, a, b)).toBeGreaterThanOrEqual(coverage)
      expect(solvedShare(coverage, coverageAt(1, a, b), checker)).toBeLessThanOrEqual(coverage + 1e-12)
    }))
  })

  it('estimates pass@k as the share of subsets that hold a right answer', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9 }), fc.nat({ max: 9 }), fc.integer({ min: 1, max: 9 }), (drawn, right, k) => {
      fc.pre(right <= drawn && k <= drawn)
      let sets = 0
      let hits = 0
      for (let mask = 0; mask < 2 ** drawn; mask++) {
        const members = Array.from({ length: drawn }, (_, index) => (mask >> index) & 1)
        if (members.reduce((sum, one) => sum + one, 0) !== k) continue
        sets++
        if (members.some((one, index) => one === 1 && index < right)) hits++
      }
      expect(passAtK(drawn, right, k)).toBeCloseTo(hits / sets, 12)
    }))
  })

  it('refuses to estimate from fewer answers than k', () => { expect(() => passAtK(3, 1, 4)).toThrow(RangeError) })
})

describe('scaling laws', () => {
  it('of 2020 take the same proportion with each tenfold', () => {
    fc.assert(fc.property(share(-6, 8), (power) => { expect(kaplanLoss('compute', 10 ** (power + 1)) / kaplanLoss('compute', 10 ** power)).toBeCloseTo(10 ** -0.05, 9) }))
  })

  it('give eight times the model about five times the data, as the paper says', () => { expect(8 ** 0.74).toBeCloseTo(4.66, 2) })

  it('of Chinchilla have their lowest loss at the stated tokens a parameter', () => {
    fc.assert(fc.property(share(18, 28), share(0.02, 0.5), fc.constantFrom(refit, printedFit), (power, off, fit) => {
      const operations = 10 ** power
      const lossAt = (ratio: number): number => { const parameters = Math.sqrt(operations / 6 / ratio); return chinchillaLossOf(fit, parameters, ratio * parameters) }
      const best = bestTokensPerParameter(fit, operations)
      expect(lossAt(best)).toBeLessThan(lossAt(best * (1 + off)))
      expect(lossAt(best)).toBeLessThan(lossAt(best / (1 + off)))
    }))
  })
})

describe('the stock of data', () => {
  it('meets the demand in the year stated', () => {
    fc.assert(fc.property(share(14, 15), share(1.5, 4), share(1, 100), (power, growth, overtraining) => {
      expect(tokensWanted(exhaustionYear(10 ** power, growth, overtraining), growth, overtraining) / 10 ** power).toBeCloseTo(1, 6)
    }))
  })
})

describe('novelty', () => {
  it('falls as more is read, unless items grow in proportion', () => {
    fc.assert(fc.property(share(4, 9), share(0.3, 0.99), (power, b) => { expect(newShare(10 ** (power + 1), 44, b)).toBeLessThan(newShare(10 ** power, 44, b)) }))
    expect(newShare(1e9, 44, 1)).toBe(newShare(1e4, 44, 1))
  })
})

/** mulberry32: a small seeded generator, uniform on [0, 1). */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

describe('synthetic data fed back', () => {
  /** Variance of the last model relative to the first, in one run. */
  function runOnce(generations: number, samples: number, isKept: boolean, random: () => number): number {
    const gaussian = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
    let pool = Array.from({ length: samples }, gaussian)
    const fitted = (): { mean: number; variance: number } => {
      const mean = pool.reduce((sum, one) => sum + one, 0) / pool.length
      return { mean, variance: pool.reduce((sum, one) => sum + (one - mean) ** 2, 0) / pool.length }
    }
    for (let generation = 0; generation < generations; generation++) {
      const { mean, variance } = fitted()
      const fresh = Array.from({ length: samples }, () => mean + Math.sqrt(variance) * gaussian())
      pool = isKept ? [...pool, ...fresh] : fresh
    }
    return fitted().variance / (1 - 1 / samples)
  }

  it.each([false, true])('has the expectation that a simulation finds (data kept: %s)', (isKept) => {
    const random = seededRandom(20_240_929)
    const runs = 6000
    let sum = 0
    for (let run = 0; run < runs; run++) sum += runOnce(5, 8, isKept, random)
    const expected = isKept ? varianceWhenAccumulated(5, 8) : varianceWhenReplaced(5, 8)
    expect(Math.abs(sum / runs - expected)).toBeLessThan(0.025)
  })

  it('stays above its bound when data are kept and runs to nothing when they are replaced', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 200 }), fc.integer({ min: 0, max: 400 }), (samples, generations) => {
      const root = Math.PI / Math.sqrt(samples)
      expect(varianceWhenAccumulated(generations, samples)).toBeGreaterThan(Math.sin(root) / root / (1 - 1 / samples))
    }))
    expect(varianceWhenReplaced(10_000, 200)).toBeLessThan(1e-20)
  })
})
