import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleText } from './compression.ts'
import { bitsPerCharacter, decodeText, encodeText, measureBits, utf8Bytes } from './text-compressor.ts'

const orders = [0, 1, 2, 3, 4, 5]

describe('the compressor', () => {
  it.each(orders)('gives every text back, order %i', (order) => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => { expect(decodeText(encodeText(text, order), order)).toBe(text) }), { numRuns: 25 })
    for (const text of ['', 'a', 'aaaa'.repeat(200), sampleText, '无损压缩。Сжатие без потерь. 🙂']) expect(decodeText(encodeText(text, order), order)).toBe(text)
  })

  it.each(orders)('packs as tightly as the model predicts, order %i', (order) => {
    const packedBits = encodeText(sampleText, order).length * 8
    expect(packedBits).toBeGreaterThan(measureBits(sampleText, order) - 8)
    expect(packedBits).toBeLessThan(measureBits(sampleText, order) * 1.01 + 16)
  })

  it('needs fewer bits with context than without on a text that repeats itself', () => {
    expect(bitsPerCharacter(sampleText, 3)).toBeLessThan(bitsPerCharacter(sampleText, 1))
    expect(bitsPerCharacter(sampleText, 1)).toBeLessThan(bitsPerCharacter(sampleText, 0))
  })

  it('says so when the packed text is cut off', () => { expect(() => decodeText(encodeText(sampleText, 2).slice(0, 40), 2)).toThrow(RangeError) })

  it('writes UTF-8 as the platform does', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => { expect(utf8Bytes(text)).toEqual([...new TextEncoder().encode(text)]) }))
    expect(utf8Bytes('\ud800')).toEqual([0xef, 0xbf, 0xbd])
  })

  it('counts an empty text as nothing', () => { expect(bitsPerCharacter('', 3)).toBe(0) })
})
