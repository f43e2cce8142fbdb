import { describe, expect, it } from 'vitest'
import { claim } from '../argument-schema.ts'
import { claimLength, claimNumbers, formulas } from './claims.ts'

const build = (text: string, numbers: object[] = []) => claim.parse({ id: 'sea-one', text, short: 'One', role: 'reason', status: 'fact', voice: { speaker: 'ada-moon', stance: 'asserts' }, paragraphs: [1], numbers })

describe('rules about claims', () => {
  it('warns of claims under 8 and over 30 words', () => {
    expect(claimLength(build('Too short a claim.'))).toHaveLength(1)
    expect(claimLength(build('This claim has quite enough words to say one thing.'))).toEqual([])
  })

  it('wants an entry for every number that is not part of a name', () => {
    expect(claimNumbers(build('GPT-4 and o1 took 1,280 MWh in 2024.'))).toHaveLength(2)
    expect(claimNumbers(build('GPT-4 and o1 took 1,280 MWh.', [{ shown: '1,280 MWh', value: 1280, original: '1280 兆瓦时' }]))).toEqual([])
  })

  it('finds entries that the claim does not show, and values that are not what is shown', () => {
    expect(claimNumbers(build('It took a while.', [{ shown: '7%', value: 0.07, original: '7%' }]))).toHaveLength(1)
    expect(claimNumbers(build('It took 7% of it.', [{ shown: '7%', value: 7, original: '7%' }])).map(({ message }) => message)).toEqual([expect.stringContaining('“7%” is not 7')])
  })

  it('evaluates formulas at the precision shown', () => {
    const derived = (formula: string) => build('Ten steps succeed in 59.9% of the cases.', [{ shown: '59.9%', value: 0.599, formula }])
    expect(formulas(derived('0.95^10'))).toEqual([])
    expect(formulas(derived('0.95^11'))).toHaveLength(1)
    expect(formulas(derived('0.95^^'))).toHaveLength(1)
  })
})
