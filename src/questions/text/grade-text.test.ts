import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gradeText, type TextKey } from './grade-text.ts'
import { acceptedText } from './typed-text-schema.ts'
import { partId } from '../../content/ids.ts'
import { editDistance } from './typo.ts'

const keyOf = (accept: unknown[], lists: { near?: string[]; misconceptions?: string[] } = {}): TextKey => ({
  accept: accept.map((form) => acceptedText.parse(form)),
  near: (lists.near ?? []).map((text, index) => ({ id: partId.parse(`near-${index}`), texts: [text], feedback: `near ${text}` })),
  misconceptions: (lists.misconceptions ?? []).map((text, index) => ({ id: partId.parse(`slip-${index}`), texts: [text], feedback: `not ${text}` })),
})
const kindOf = (key: TextKey, typed: string) => {
  const { verdict } = gradeText(key, typed)
  return verdict.kind === 'ungraded' ? verdict.reason.code : verdict.kind
}

describe('gradeText', () => {
  const search = keyOf(['Tree search', { text: '树搜索', lang: 'zh' }, { text: 'поиск по дереву', lang: 'ru' }])

  it.each([
    'tree search', 'TREE  SEARCH', ' tree-search. ', 'the tree search', 'tree searches', '“tree search”', 'ｔｒｅｅ　ｓｅａｒｃｈ', 'it is tree search', 'treesearch', 'tree serach', 'tree searhc', 'tree esarch',
    '树搜索', '树 搜索', '「树搜索」', 'Поиск по дереву', 'поиск по деревю',
  ])('takes %s', (typed) => expect(kindOf(search, typed)).toBe('right'))

  it.each(['', ' ', '...', '\u200b', '\ud800'])('does not count %j', (typed) => expect(kindOf(search, typed)).toBe('empty'))
  it.each(['t', 'tree', 'tree s', '树', 'поиск'])('calls %s unfinished rather than wrong', (typed) => expect(kindOf(search, typed)).toBe('unfinished'))
  it.each(['beam search', 'three search', '树搜', 'x'.repeat(100_000)])('does not take %s', (typed) => expect(kindOf(search, typed)).not.toBe('right'))

  it('allows both spellings', () => {
    expect(kindOf(keyOf(['generalisation']), 'generalization')).toBe('right')
    expect(kindOf(keyOf(['behavior']), 'behaviour')).toBe('right')
    expect(kindOf(keyOf(['modelling']), 'modeling')).toBe('right')
    expect(kindOf(keyOf(['ещё']), 'еще')).toBe('right')
  })

  it('never forgives a difference that means something', () => {
    expect(kindOf(keyOf(['supervised learning']), 'unsupervised learning')).toBe('wrong')
    expect(kindOf(keyOf(['inductive reasoning']), 'deductive reasoning')).toBe('wrong')
    expect(kindOf(keyOf(['asymmetric']), 'symmetric')).toBe('wrong')
    expect(kindOf(keyOf(['GPT-4 model']), 'GPT-3 model')).toBe('wrong')
    expect(kindOf(keyOf(['刻舟求剑']), '刻舟求鱼')).toBe('wrong')
    expect(kindOf(keyOf([{ text: 'Strawberry', lang: 'en', exact: true }]), 'Strawbery')).toBe('wrong')
  })

  it('never turns one listed answer into another', () => {
    const key = keyOf(['training'], { misconceptions: ['straining'], near: ['trailing'] })
    expect(kindOf(key, 'training')).toBe('right')
    expect(gradeText(key, 'straining')).toMatchObject({ verdict: { kind: 'wrong' }, feedback: ['not straining'], misconceptions: ['slip-0'] })
    expect(gradeText(key, 'trailing')).toMatchObject({ verdict: { kind: 'partly' }, feedback: ['near trailing'] })
  })

  it('never lets a slip in one listed form count as another', () => {
    const [right, near, wrong] = ['reasoning data', 'reasoning date', 'seasoning data']
    const key = keyOf([right], { near: [near], misconceptions: [wrong] })
    const slipped = (form: string) => fc.record({ place: fc.nat(form.length), letter: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz '), cut: fc.nat(1) })
      .map(({ place, letter, cut }) => form.slice(0, place) + letter + form.slice(place + cut))
    for (const form of [right, near, wrong]) {
      const own = form === right ? [] : [form === near ? `near ${near}` : `not ${wrong}`]
      fc.assert(fc.property(slipped(form), (typed) => {
        const distanceTo = (listed: string) => editDistance(typed, listed, 3)
        fc.pre([right, near, wrong].every((other) => other === form || distanceTo(other) > distanceTo(form)))
        if (form !== right) expect(kindOf(key, typed)).not.toBe('right')
        expect([[], own]).toContainEqual(gradeText(key, typed).feedback)
      }), { numRuns: 3000 })
    }
  })

  it('asks to check a spelling that lies between a right and a wrong form', () => {
    expect(kindOf(keyOf(['pattern'], { misconceptions: ['pastern'] }), 'pabtern')).toBe('spelling')
  })

  it('says which words of a longer term are missing', () => {
    expect(gradeText(keyOf(['high quality reasoning data']), 'high quality data').verdict).toEqual({ kind: 'partly', share: 2 / 3, missing: ['reasoning'] })
  })
})
