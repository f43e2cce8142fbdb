import { describe, expect, it } from 'vitest'
import { checkGlyphs, checkLookAlikes } from './text-checks.ts'

describe('checks on letters', () => {
  it('finds a Cyrillic letter inside a Latin word, with its line', () => {
    expect(checkLookAlikes('f.yaml', 'one\nsc\u0430ling law')).toEqual([expect.objectContaining({ line: 2, rule: 'look-alike', hint: expect.stringContaining('U+0430') })])
  })
  it('leaves words of one script side by side alone', () => {
    expect(checkLookAlikes('f.yaml', 'закон scaling 规模 α-helix GPT-образный')).toEqual([])
  })
  it('finds characters that no font draws, each once a line', () => {
    const drawn = new Set([...'ab×'].map((character) => character.codePointAt(0) ?? 0))
    expect(checkGlyphs('f.yaml', 'a×b\na → b →', drawn)).toEqual([expect.objectContaining({ line: 2, rule: 'missing-glyph', message: expect.stringContaining('U+2192') })])
  })
})
