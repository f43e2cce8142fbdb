import { describe, expect, it } from 'vitest'
import { buildArticle, buildLibrary, buildQuestion, withOptions } from './fixtures/builders.ts'
import { checkRevisions, ledgerOf } from './revisions.ts'

const identity = (meaning: string): string => meaning
const libraryOf = (change: Readonly<Record<string, unknown>>) => buildLibrary(buildArticle({ questions: [buildQuestion('choice', change)] }))
const ledger = ledgerOf(libraryOf({}), identity)
const rules = (change: Readonly<Record<string, unknown>>): string[] => checkRevisions(libraryOf(change), ledger, identity).map(({ rule }) => rule)

describe('a change of meaning', () => {
  it('needs a new rev when another option becomes the key', () => {
    const moved = withOptions({ 0: { correct: false }, 1: { correct: true } })
    expect(rules(moved)).toEqual(['rev'])
    expect(rules({ ...moved, rev: 2 })).toEqual(['unrecorded'])
  })
  it('is not a typo', () => expect(rules({ stem: 'What does Ada Moon think that the moon does?' })).toEqual([]))
  it('never takes a rev down', () => {
    expect(checkRevisions(libraryOf({}), ledgerOf(libraryOf({ rev: 3 }), identity), identity).map(({ rule }) => rule)).toEqual(['rev'])
  })
  it('leaves a vanished question retired', () => {
    const empty = buildLibrary()
    expect(checkRevisions(empty, ledger, identity).map(({ rule }) => rule)).toEqual(['vanished'])
    expect(checkRevisions({ ...empty, library: { ...empty.library, retired: ['sea-q-one'] } }, ledger, identity)).toEqual([])
  })
})
