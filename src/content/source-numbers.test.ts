import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hanNumeral, sourceNumbers } from './source-numbers.ts'

const values = (text: string): number[] => sourceNumbers(text).flatMap((number) => number.values)

describe('numbers of the sources', () => {
  it.each<[string, number]>([
    ['投入1000万美元', 1e7], ['1750亿参数', 1.75e11], ['百分之二十', 0.2], ['两千万次', 2e7], ['三百五十家', 350], ['二〇二四年', 2024], ['十二个', 12],
    ['9成', 9], ['九成', 0.9], ['三分之一', 1 / 3], ['一半', 0.5], ['3.5 万亿', 3.5e12], ['２０倍', 20], ['一毛钱', 0.1],
    ['4,2 млрд рублей', 4.2e9], ['1 280 МВт', 1280], ['пять процентов', 5], ['10 тысяч', 1e4], ['95 %', 0.95], ['95 процентов', 0.95], ['двадцать миллионов', 2e7], ['2,5 раза', 2.5], ['1,280 MWh', 1280],
  ])('%s holds %d', (text, expected) => expect(values(text).some((value) => Math.abs(value - expected) <= 1e-9 * expected)).toBe(true))

  it('carries scale and percent sign of a range to its first number', () => {
    expect(values('5-10万')).toEqual(expect.arrayContaining([5e4, 1e5]))
    expect(values('20–30%')).toEqual(expect.arrayContaining([0.2, 0.3]))
    expect(values('4,2–6,6 млрд')).toEqual(expect.arrayContaining([4.2e9, 6.6e9]))
    expect(values('4,2-6,6. млрд куб. м')).toEqual(expect.arrayContaining([4.2e9, 6.6e9]))
    expect(values('в 10 или даже 100 миллиардов долларов')).toEqual(expect.arrayContaining([1e10, 1e11]))
    expect(values('в 2024. Миллион')).not.toContain(2024e6)
  })

  it('reads every Chinese numeral below a hundred million as it is built', () => {
    const digits = '零一二三四五六七八九'
    const section = (value: number): string => [[1000, '千'], [100, '百'], [10, '十'], [1, '']].reduce((text, [unit, name]) => {
      const digit = Math.floor(value / Number(unit)) % 10
      return digit === 0 ? text : `${text}${digits[digit] ?? ''}${name}`
    }, '')
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (high, low) => {
      // Two digits alone would be positions, as in a year.
      expect(hanNumeral(`${section(high)}万${section(low)}`)).toBe(high * 1e4 + low)
    }))
  })
})
