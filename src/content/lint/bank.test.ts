import { describe, expect, it } from 'vitest'
import { glossaryFile } from '../library-schema.ts'
import { buildArticle, buildLibrary, buildQuestion, withOptions } from '../fixtures/builders.ts'
import { claimCoverage, duplicateStems, giveaways, keyPositions, levelShares, relationCoverage, unusedTerms } from './bank.ts'

const rules = (findings: readonly { readonly rule: string }[]): string[] => findings.map(({ rule }) => rule)

describe('rules over the whole bank', () => {
  it('finds stems that differ in marks only', () => {
    const one = buildQuestion('choice')
    expect(rules(duplicateStems([one, buildQuestion('choice', { id: 'sea-q-two', stem: `${one.stem.replace('?', ' ?')}` })]))).toEqual(['duplicate-stem'])
    expect(duplicateStems([one, buildQuestion('choice', { id: 'sea-q-two', stem: 'What else does Ada Moon say?' })])).toEqual([])
  })

  it('warns when the key of fixed options leans to one place', () => {
    const fixed = (place: number, index: number) => buildQuestion('choice', { id: `sea-q-${index}`, keepOrder: true, ...withOptions({ 0: { correct: place === 0 }, 1: { correct: place === 1 }, 2: { correct: place === 2 } }) })
    expect(rules(keyPositions(buildArticle({ questions: Array.from({ length: 12 }, (_, index) => fixed(1, index)) })))).toEqual(['key-position'])
    expect(keyPositions(buildArticle({ questions: Array.from({ length: 12 }, (_, index) => fixed(index % 3, index)) }))).toEqual([])
  })

  it('finds an explanation that says what another item hides', () => {
    const cloze = buildQuestion('cloze')
    const telling = buildQuestion('choice', { id: 'sea-q-two', explanation: 'The moon raises two bulges, one on each side of the earth.' })
    const silent = buildQuestion('choice', { id: 'sea-q-two' })
    expect(rules(giveaways([cloze, telling]))).toEqual(['giveaway'])
    expect(giveaways([cloze, silent])).toEqual([])
  })

  it('wants a written question for every attack', () => {
    const about = (claims: string[]) => buildArticle({ questions: [buildQuestion('choice', { claims })] })
    expect(relationCoverage(buildLibrary(about(['sea-thesis']))).map(({ about: relation }) => 'id' in relation && relation.id)).toEqual(['sea-r-harbour', 'sea-r-rise'])
    expect(relationCoverage(buildLibrary(about(['sea-doubt', 'sea-fact', 'sea-forecast'])))).toEqual([])
  })

  it('names claims that no written question touches', () => {
    expect(claimCoverage(buildLibrary(buildArticle({ questions: [buildQuestion('choice', { claims: ['sea-thesis', 'sea-fact', 'sea-doubt'] })] })))).toHaveLength(1)
    expect(claimCoverage(buildLibrary(buildArticle({ questions: [buildQuestion('choice', { claims: ['sea-thesis', 'sea-fact', 'sea-doubt', 'sea-forecast'] })] })))).toEqual([])
  })

  it('warns when fewer than two in five questions go beyond understanding', () => {
    const bank = (levels: string[]) => buildArticle({ questions: levels.map((level, index) => buildQuestion('choice', { id: `sea-q-${index}`, level })) })
    expect(rules(levelShares(bank(['recall', 'recall', 'recall', 'understand', 'apply'])))).toEqual(['level-shares'])
    expect(levelShares(bank(['recall', 'recall', 'recall', 'compare', 'apply']))).toEqual([])
  })

  it('finds terms that nothing uses', () => {
    const { terms } = glossaryFile.parse({ terms: [{ id: 'bulge', term: 'bulge', definition: 'A heap.', claims: ['sea-thesis'] }, { id: 'neap', term: 'neap tide', definition: 'A low one.', claims: ['sea-thesis'] }] })
    expect(unusedTerms(buildLibrary(buildArticle(), { terms })).map(({ message }) => message)).toEqual([expect.stringContaining('neap tide')])
  })
})
