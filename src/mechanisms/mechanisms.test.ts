import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sayQuantity, settleParams, showQuantity, type Mechanism } from './mechanism.ts'
import { findMechanism, mechanisms } from './registry.ts'
import { nearestStop, sliderValues } from './slider-values.ts'

/** Any allowed setting, log parameters evenly in the logarithm. */
const settingOf = (mechanism: Mechanism): fc.Arbitrary<Record<string, number>> =>
  fc.record(Object.fromEntries(Object.entries(mechanism.parameters).map(([name, { min, max, scale, step }]) => [name, scale === 'log'
    ? fc.double({ min: Math.log10(min), max: Math.log10(max), noNaN: true }).map((power) => Math.min(max, Math.max(min, 10 ** power)))
    : Number.isInteger(step) ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true })])))

/** Characters missing from the fonts that the pages ship. */
const missing = /[→←≈≤≥≠∞√∑✓✕‰⁰⁴-⁹₀-₉]/

describe('the registry', () => {
  it('finds every mechanism by its id and nothing else', () => {
    expect(new Set(mechanisms.map(({ id }) => id)).size).toBe(mechanisms.length)
    for (const mechanism of mechanisms) expect(findMechanism(mechanism.id)).toBe(mechanism)
    expect(findMechanism('no-such-thing')).toBeUndefined()
  })
})

it('says a value with its unit, exactly one in the singular, and a pure number alone', () => {
  const say = (unit: string, value: number): string => sayQuantity(showQuantity({ unit, format: String }, value))
  expect([say('steps', 10), say('steps', 1), say('bits', 1.5), say('FLOP', 1), say('', 3)]).toEqual(['10 steps', '1 step', '1.5 bits', '1 FLOP', '3'])
})

describe.each(mechanisms.map((mechanism) => [mechanism.id, mechanism] as const))('%s', (_, mechanism) => {
  it.each(mechanism.checkpoints.map((checkpoint) => [checkpoint.source, checkpoint] as const))('agrees with %s', (_source, { in: given, out, tolerance }) => {
    const values = mechanism.evaluate(settleParams(mechanism, given))
    for (const [name, expected] of Object.entries(out)) expect(Math.abs((values[name] ?? NaN) - (expected ?? NaN)), `${name}: ${values[name]}`).toBeLessThanOrEqual(tolerance)
  })

  it('is finite, slips and words included, at every allowed setting', () => {
    fc.assert(fc.property(settingOf(mechanism), (params) => {
      const values = mechanism.evaluate(params)
      for (const [name, output] of Object.entries(mechanism.outputs)) {
        expect(values[name], name).toSatisfy(Number.isFinite)
        expect(output.format(values[name] ?? NaN)).not.toMatch(/NaN|∞|e[+-]?\d/)
      }
      for (const [name, slip] of Object.entries(mechanism.slips)) expect(slip.evaluate(params), name).toSatisfy(Number.isFinite)
      expect(mechanism.describe(params)).toMatch(/^[^-].*\.$/)
      expect(mechanism.describe(params)).not.toMatch(/NaN|Infinity|undefined/)
      expect(mechanism.describe(params)).not.toMatch(missing)
    }), { numRuns: 60 })
  })

  it('names at least three mistakes about its main output that show at the default', () => {
    const params = settleParams(mechanism)
    const format = mechanism.outputs[mechanism.main]?.format ?? String
    const right = format(mechanism.evaluate(params)[mechanism.main] ?? NaN)
    const mistakes = Object.values(mechanism.slips).filter((slip) => slip.of === mechanism.main && format(slip.evaluate(params)) !== right)
    expect(mistakes.length).toBeGreaterThanOrEqual(3)
  })

  it('has sliders that reach both ends and the default in steps a hand can make', () => {
    for (const parameter of Object.values(mechanism.parameters)) {
      const stops = sliderValues(parameter)
      expect([stops[0], stops.at(-1)]).toEqual([parameter.min, parameter.max])
      expect(stops).toContain(parameter.default)
      expect(stops.length).toBeLessThanOrEqual(200)
      for (const [index, stop] of stops.entries()) expect(nearestStop(parameter, stops, stop)).toBe(index)
    }
  })

  it('uses only characters that the fonts have', () => {
    const { formula, ...rest } = mechanism
    expect(formula).not.toBe('')
    expect(JSON.stringify(rest)).not.toMatch(missing)
  })
})

describe('settings', () => {
  it('fall back to the default and are held to the range', () => {
    const mechanism = findMechanism('step-success')
    if (!mechanism) throw new Error('step-success is missing')
    expect(settleParams(mechanism, { steps: 1000, perStep: NaN })).toEqual({ perStep: 0.95, steps: 50 })
  })
})
