import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readQuantity } from './read-quantity.ts'

const valueOf = (text: string, unit?: string) => {
  const reading = readQuantity(text, unit)
  return reading.kind === 'value' ? reading.value : reading.kind
}

describe('readQuantity', () => {
  it.each([
    ['1e5', 100_000], ['1E+5', 100_000], ['1.2×10^5', 120_000], ['1.2 x 10^5', 120_000], ['1.2·10⁵', 120_000], ['1,2*10**5', 120_000], ['10^5', 100_000], ['10⁻³', 0.001],
    ['100,000', 100_000], ['1 000', 1000], ['1\u202f000\u00a0000', 1_000_000], ["1'000", 1000], ['1_000', 1000], ['1,00,000', 100_000], ['1.234.567,8', 1_234_567.8], ['1,234,567.8', 1_234_567.8],
    ['0,6', 0.6], ['0,600', 0.6], ['1,5', 1.5], ['.5', 0.5], ['1.', 1], ['1/2', 0.5], ['½', 0.5], ['1½', 1.5], ['１２．５', 12.5], ['１０，０００', 10_000],
    ['-5', -5], ['−5', -5], ['–5', -5], ['—5', -5], ['－5', -5], ['﹣5', -5], ['⁻5', -5], ['➖5', -5], ['1e−5', 0.00001],
    ['10万', 100_000], ['10 万', 100_000], ['1.2亿', 120_000_000], ['3百万', 3_000_000], ['1万亿', 1e12], ['5 тыс.', 5000], ['5 млн', 5_000_000], ['1,5 млрд', 1.5e9], ['2,375 млрд', 2.375e9],
    ['3 billion', 3e9], ['3bn', 3e9], ['2 million', 2e6], ['2M', 2e6], ['5k', 5000], ['5к', 5000], ['1.5T', 1.5e12], ['14%', 0.14], ['~100', 100], ['about 100', 100], ['约100', 100],
    ['十万', 100_000], ['一百万', 1_000_000], ['两亿', 2e8], ['二十', 20], ['1亿2000万', 1.2e8], ['3亿5千万', 3.5e8], ['1万2千', 12_000], ['3万5000', 35_000],
  ])('reads %s as %d', (text, value) => expect(valueOf(text)).toBe(value))

  it.each([
    ['120 GWh', 'MWh', 120_000], ['120000', 'MWh', 120_000], ['120 000 МВт·ч', 'MWh', 120_000], ['50 mwh', 'MWh', 50], ['120 thousand MWh', 'MWh', 120_000], ['12万兆瓦时', 'MWh', 120_000],
    ['100 million tokens', 'tokens', 1e8], ['1 token', 'tokens', 1], ['1,234', 'tokens', 1234], ['15T tokens', 'tokens', 15e12], ['10 PFLOP', 'FLOP', 1e16],
    ['14', '%', 14], ['14 %', '%', 14], ['14 per cent', '%', 14], ['14％', '%', 14], ['百分之14', '%', 14], ['14 процентов', '%', 14], ['5‰', '%', 0.5],
    ['$5 million', 'USD', 5e6], ['US$5m', 'dollars', 5e6], ['5 долларов', '$', 5], ['2.5 years', 'months', 30], ['3 лет', 'years', 3], ['5×', 'times', 5], ['3倍', 'times', 3], ['2-fold', 'times', 2],
    ['百分之十四', '%', 14], ['5个百分点', '%', 5], ['2,5 млрд. долл.', '$', 2.5e9], ['2 млрд долларов США', 'dollars', 2e9], ['1.2亿美元', '$', 1.2e8],
    ['120 ГВт·ч', 'MWh', 120_000], ['120 ГВт ч', 'MWh', 120_000], ['0,5 л', 'ml', 500], ['500毫升', 'l', 0.5], ['3 m³', 'm³', 3], ['3 м³', 'm³', 3], ['3 m^3', 'l', 3000], ['3 кубометра', 'm³', 3], ['2 дня', 'hours', 48], ['90分钟', 'h', 1.5], ['100户', 'households', 100],
  ])('reads %s in %s', (text, unit, value) => expect(valueOf(text, unit)).toBe(value))

  it.each([['10–20 MWh', 10, 20], ['between 10 and 20', 10, 20], ['10 to 20', 10, 20], ['20..10', 10, 20], ['15±5', 10, 20], ['10 GWh - 20 GWh', 10_000, 20_000], ['от 10 до 20', 10, 20], ['между 10 и 20', 10, 20],
    ['10 или 20 ГВт·ч', 10_000, 20_000], ['10 or even 100 thousand', 10_000, 100_000], ['4,2-6,6. млрд', 4.2e9, 6.6e9], ['10到20万', 1e5, 2e5], ['十万到二十万', 1e5, 2e5], ['500 thousand to 1 million', 5e5, 1e6],
    ['1.2–1.3×10^5', 120_000, 130_000], ['10^4–10^5', 10_000, 100_000], ['1000–2×10^5', 1000, 200_000], ['-5 – -3', -5, -3],
  ])('reads %s as a range', (text, low, high) => {
    expect(readQuantity(text, 'MWh')).toEqual({ kind: 'range', low, high })
  })

  it('asks back where a comma may group or divide, and understands both replies', () => {
    const reading = readQuantity('1,234', 'MWh')
    expect(reading).toMatchObject({ kind: 'ambiguous', readings: [{ value: 1234 }, { value: 1.234 }] })
    if (reading.kind === 'ambiguous') for (const { text, value } of reading.readings) expect(valueOf(text, 'MWh')).toBe(value)
  })

  it('asks back whether a small number is a share or already per cent', () => {
    expect(readQuantity('0.14', '%')).toEqual({ kind: 'ambiguous', readings: [{ text: '0.14%', value: 0.14 }, { text: '14%', value: 14 }] })
  })

  it.each([['', 'empty'], ['  ', 'empty'], ['-', 'not-a-number'], ['abc', 'not-a-number'], ['1e', 'unfinished'], ['1.2×', 'unfinished'], ['1.2×10', 'unfinished'], ['1.2×10^', 'unfinished'], ['1.2×10^-', 'unfinished'], ['1.2×10 5', 'unfinished'], ['1,2,3', 'not-a-number'], ['10^999', 'not-a-number'], ['120,', 'unfinished'], ['10–', 'unfinished'], ['5 kg', 'other-unit'], ['5 mill', 'other-unit']])('does not take %j for a number', (text, kind) => {
    expect(readQuantity(text, 'MWh').kind).toBe(kind)
  })

  it('reads back every number that it could have been given', () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }), (value) => {
      expect(valueOf(value.toExponential(8), 'MWh')).toBe(Number(value.toExponential(8)))
    }))
  })
})
