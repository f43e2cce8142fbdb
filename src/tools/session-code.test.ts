import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import decodeQR from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { drawSessionCode, readSessionCode } from './session-code.ts'

function libraryWith(line: string): string {
  const root = mkdtempSync(join(tmpdir(), 'lectern-code-'))
  mkdirSync(join(root, 'data'))
  writeFileSync(join(root, 'data/library.yaml'), `title: Test\nlanguage: en\narticles: [one]\n${line}\n`)
  return root
}

describe('the code on the last slide', () => {
  it('leads to a session on the article at the public address, under its base path', () => {
    expect(readSessionCode(libraryWith('publicAddress: https://example.org/lectern'), 'one')?.address).toBe('https://example.org/lectern/#/study?article=one')
  })
  it('is not there when the library names no public address', () => {
    expect(readSessionCode(libraryWith(''), 'one')).toBeUndefined()
  })
  it('is read by another program, in the address that it names', () => {
    const { address, size, path } = drawSessionCode('https://example.org/some/path/', 'limits-of-intelligence')
    const scale = 4
    const data = new Uint8Array((size * scale) ** 2 * 4).fill(255)
    for (const [, x = '', y = ''] of path.matchAll(/M(\d+) (\d+)h1/g)) {
      for (let row = 0; row < scale; row++) for (let column = 0; column < scale; column++) data.fill(0, (((Number(y) * scale + row) * size + Number(x)) * scale + column) * 4, (((Number(y) * scale + row) * size + Number(x)) * scale + column) * 4 + 3)
    }
    expect(decodeQR({ width: size * scale, height: size * scale, data })).toBe(address)
  })
  it('has three corner marks and a quiet zone around', () => {
    const { size, path } = drawSessionCode('https://example.org/', 'one')
    const isDark = (x: number, y: number) => path.includes(`M${x} ${y}h1`)
    for (const [x, y] of [[4, 4], [size - 11, 4], [4, size - 11]] as const) {
      for (let at = 0; at < 7; at++) expect([isDark(x + at, y), isDark(x, y + at), isDark(x + at, y + 6)]).toEqual([true, true, true])
      expect(isDark(x + 1, y + 1)).toBe(false)
      expect(isDark(x + 3, y + 3)).toBe(true)
    }
    for (let at = 0; at < size; at++) expect([isDark(at, 3), isDark(3, at), isDark(at, size - 4), isDark(size - 4, at)]).toEqual([false, false, false, false])
  })
})
