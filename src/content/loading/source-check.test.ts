import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { readLibrary } from './read-library.ts'
import { checkSources, parseNumberedText } from './source-check.ts'

const folder = mkdtempSync(join(tmpdir(), 'lectern-sources-'))
afterAll(() => rmSync(folder, { recursive: true }))
const root = join(folder, 'project')
cpSync(fileURLToPath(new URL('../fixtures/sound', import.meta.url)), root, { recursive: true })

function check(source: string): string[] {
  const sources = join(folder, 'sources')
  mkdirSync(sources, { recursive: true })
  writeFileSync(join(sources, 'tides.txt'), source)
  const { library, places } = readLibrary(root)
  if (library === undefined) throw new Error('the fixture cannot be read')
  return checkSources(root, sources, library, places).map(({ rule, message }) => `${rule}: ${message}`)
}

const source = (second: string, last = '[6] 完。'): string => `# title: 潮汐\n\n[1] 一天两次。\n[2] ${second}\n[3] 有的港口。\n[4] 海面。\n[5] 半米。\n${last}\n`

describe('the source check', () => {
  it('reads numbered paragraphs, a paragraph of several lines too', () => {
    expect([...parseNumberedText('# head\n[1] one\nmore\n\n## part\n[2] two')]).toEqual([[1, 'one\nmore'], [2, 'two']])
  })
  it('finds nothing when numbers and locators stand in the source', () => expect(check(source('近处的引力强百分之七。'))).toEqual([]))
  it('finds a figure that the paragraph does not give', () => {
    expect(check(source('近处的引力强百分之八。'))).toEqual([expect.stringContaining('source-number: tides-pull-falls: “百分之七” does not stand in paragraph 2')])
  })
  it('finds a wrong count of paragraphs and a locator beyond the text', () => {
    expect(check(source('百分之七。').split('[5]')[0] ?? '')).toEqual([expect.stringContaining('source-paragraphs'), expect.stringContaining('source-locator')])
  })
  it('finds copied wording anywhere in the project', () => {
    writeFileSync(join(root, 'slides/tides/extra.md'), 'so 近处的引力比远处的引力强得多了 it says')
    expect(check(source('百分之七,近处的引力比远处的引力强得多了。'))).toEqual([expect.stringContaining('copied-wording')])
    rmSync(join(root, 'slides/tides/extra.md'))
  })
  it('says which source text is missing', () => {
    const { library, places } = readLibrary(root)
    expect(library && checkSources(root, join(folder, 'nowhere'), library, places).map(({ rule }) => rule)).toEqual(['source-missing'])
  })
})
