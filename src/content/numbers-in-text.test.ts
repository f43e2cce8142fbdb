import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchesShown, numbersIn } from './numbers-in-text.ts'

const values = (text: string): number[] => numbersIn(text).map(({ value }) => value)

describe('numbers in English text', () => {
  it.each<[string, number[]]>([
    ['59.9% of 1,280 runs', [0.599, 1280]],
    ['1.4 million, 4.2 to 6.6 billion', [1.4e6, 4.2, 6.6e9]],
    ['10^5 and 3e4 and 2 × 10^3', [1e5, 3e4, 2e3]],
    ['a fall of −3 and a range 5–10', [-3, 5, 10]],
    ['about 60 per cent by 2028', [0.6, 2028]],
    ['a batch of 500k tokens', [5e5]],
  ])('reads %s', (text, expected) => expect(values(text)).toEqual(expected.map((value) => expect.closeTo(value, 9))))

  it.each(['GPT-4 and GPT-3.5', 'o1, GPT 4o, R1-Zero, H100', 'Claude 3.5 Sonnet', 'ARC-AGI-1', 'AIME 2024', 'the 3rd of level 2', 'the 1990s', 'arXiv 2001.08361', 'DALL-E 2'])('takes %s for names', (text) => expect(values(text)).toEqual([]))

  it('gives back every plain number that was written', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1e9 }), (number) => {
      expect(values(`It took ${number.toLocaleString('en-US')} steps.`)).toEqual([number])
    }))
  })

  it('lets a shown number stand for what rounds to it', () => {
    const [shown] = numbersIn('59.9%')
    expect(shown !== undefined && matchesShown(shown, 0.95 ** 10)).toBe(true)
    expect(shown !== undefined && matchesShown(shown, 0.6)).toBe(false)
  })
})
