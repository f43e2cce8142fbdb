import { describe, expect, test } from 'vitest'
import type { Catalogue, Commons } from '../../src/content/library.ts'
import { makeSearchIndex, type SearchSource } from './search-index.ts'
import { tokenise } from './tokenise.ts'

const term = (id: string, word: string, zh = '', ru = '') => ({ id, term: word, definition: `<p>About ${word}</p>`, original: { zh, ru }, aliases: [], claims: [] })

function makeSource(): SearchSource {
  const catalogue = { articles: [], people: [{ id: 'lecun', name: 'Yann LeCun', aliases: ['Ян Лекун'], kind: 'person' }], questions: [], slides: [] } as unknown as Catalogue // only what the index reads
  const commons = { issues: [], terms: [term('scaling-law', 'scaling law', '缩放定律', 'закон масштабирования'), term('chain-of-thought', 'chain of thought', '思维链')] } as unknown as Commons // as above
  const question = (id: string, stem: string) => ({ id, stem })
  return {
    catalogue, commons, hasSeen: (id) => id.endsWith('seen'), plainText: (html) => html.replaceAll(/<[^>]+>/g, ''),
    contents: [{ slug: 'o1', claims: [], questions: [question('o1-q-seen', 'Which tokens does o1 hide?'), question('o1-q-other', 'Which tokens cost more?')] }] as unknown as SearchSource['contents'],
  }
}
const find = (query: string) => makeSearchIndex(makeSource()).find(query).map((found) => found.text)

describe('search', () => {
  test('finds a term by its beginning and in spite of a typo', () => {
    expect(find('scal')).toContain('scaling law')
    expect(find('scalling')).toContain('scaling law')
  })

  test('finds a term by its Chinese or Russian original', () => {
    expect(find('缩放')).toContain('scaling law')
    expect(find('思维链')).toContain('chain of thought')
    expect(find('масштабирования')).toContain('scaling law')
  })

  test('finds a person by another spelling', () => {
    expect(find('Лекун')).toContain('Yann LeCun')
  })

  test('gives away no question that was not seen', () => {
    expect(find('tokens')).toEqual(['Which tokens does o1 hide?'])
  })

  test('answers any query within a keystroke', () => {
    for (const query of ['', ' ', '*', '"', '\u{1F600}', 'a'.repeat(2000)]) expect(() => find(query)).not.toThrow()
  })
})

test('splits Chinese into words and characters, and others at spaces, without accents', () => {
  expect(tokenise('Café 思维链')).toEqual(expect.arrayContaining(['cafe', '思', '维', '链']))
})
