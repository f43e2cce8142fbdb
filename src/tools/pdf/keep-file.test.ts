import { existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keepFile } from './keep-file.ts'

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'lectern-keep-'))
const bytes = new TextEncoder().encode('new')

describe('a finished file', () => {
  it('takes the place of the old one', () => {
    const file = join(newFolder(), 'deck.pdf')
    writeFileSync(file, 'old')
    keepFile(file, bytes)
    expect(readFileSync(file, 'utf8')).toBe('new')
  })

  it.skipIf(!existsSync('/dev/full'))('leaves the old one whole when the disk is full, and says how much to free', () => {
    const file = join(newFolder(), 'deck.pdf')
    writeFileSync(file, 'old')
    symlinkSync('/dev/full', `${file}.part`)
    expect(() => { keepFile(file, bytes) }).toThrow(/deck\.pdf could not be written: the disk is full\. Free 1 KB or more\. Then run the command again\./)
    expect(readFileSync(file, 'utf8')).toBe('old')
    expect(existsSync(`${file}.part`)).toBe(false)
  })

  it('leaves no trace when it cannot take its place', () => {
    const file = join(newFolder(), 'deck.pdf')
    mkdirSync(file)
    writeFileSync(join(file, 'in the way'), '')
    expect(() => { keepFile(file, bytes) }).toThrow('Remove what is in the way.')
    expect(existsSync(`${file}.part`)).toBe(false)
  })
})
