import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keepFile } from './keep-file.ts'

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'lectern-keep-'))
const bytes = new TextEncoder().encode('new')
const isRoot = process.geteuid?.() === 0
/** A user to whom nothing belongs; root may write anywhere. */
const NOBODY = 65534

/** Does it as someone who may not do everything. */
function asOrdinaryUser(work: () => void): void {
  if (isRoot) process.seteuid?.(NOBODY)
  try { work() }
  finally { if (isRoot) process.seteuid?.(0) }
}

/** A folder, with the old file in it, that may be looked at and not be written to. */
function closedFolder(): string {
  const folder = newFolder()
  writeFileSync(join(folder, 'deck.pdf'), 'old')
  chmodSync(folder, 0o555)
  return folder
}

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

  it('takes the place of one that another program is reading, which goes on reading the old one', () => {
    const file = join(newFolder(), 'deck.pdf')
    writeFileSync(file, 'old')
    const reader = openSync(file, 'r')
    keepFile(file, bytes)
    expect([readFileSync(reader, 'utf8'), readFileSync(file, 'utf8')]).toEqual(['old', 'new'])
    closeSync(reader)
  })

  it.skipIf(process.platform === 'win32')('leaves the old one whole in a folder that may not be written to, and says what to do', () => {
    const folder = closedFolder()
    asOrdinaryUser(() => { expect(() => { keepFile(join(folder, 'deck.pdf'), bytes) }).toThrow(/deck\.pdf could not be written: another program has it open, or you may not write there\. .*change the permissions\. Then run the command again\./) })
    expect(readFileSync(join(folder, 'deck.pdf'), 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['deck.pdf'])
  })

  it.skipIf(process.platform === 'win32')('says so too where it may not even look', () => {
    const folder = closedFolder()
    chmodSync(folder, 0o700)
    if (!isRoot) chmodSync(folder, 0o000)
    asOrdinaryUser(() => { expect(() => { keepFile(join(folder, 'deck.pdf'), bytes) }).toThrow('change the permissions') })
    chmodSync(folder, 0o700)
    expect(readFileSync(join(folder, 'deck.pdf'), 'utf8')).toBe('old')
  })

  it.skipIf(!isRoot)('leaves one that is locked against replacement, and nothing beside it', () => {
    const folder = newFolder()
    const file = join(folder, 'deck.pdf')
    writeFileSync(file, 'old')
    // As in a temporary folder that all share: there only the owner may replace a file.
    chownSync(folder, 0, 0)
    chmodSync(folder, 0o1777)
    asOrdinaryUser(() => { expect(() => { keepFile(file, bytes) }).toThrow('another program has it open, or you may not write there') })
    expect(readFileSync(file, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['deck.pdf'])
  })

  it('leaves the old one, and what is in the way, when it cannot be written aside', () => {
    const file = join(newFolder(), 'deck.pdf')
    writeFileSync(file, 'old')
    mkdirSync(`${file}.part`)
    expect(() => { keepFile(file, bytes) }).toThrow('Remove what is in the way.')
    expect(readFileSync(file, 'utf8')).toBe('old')
    expect(existsSync(`${file}.part`)).toBe(true)
  })
})
