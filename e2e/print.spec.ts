import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { checkPdf, extractText } from '../src/tools/pdf/check-pdf.ts'
import { expect, test } from './fixtures.ts'

test('a deck prints to a PDF that is tagged, linked and readable, the same bytes each time', () => {
  test.setTimeout(180_000)
  const print = (): Buffer => {
    execFileSync(process.execPath, ['--import', 'tsx', 'src/tools/export.ts', 'o1-value'], { stdio: 'pipe' })
    return readFileSync('dist/pdf/o1-value.pdf')
  }
  const first = print()
  expect(print().equals(first)).toBe(true)
  return Promise.all([checkPdf(first, {}), extractText(first)]).then(([problems, pages]) => {
    expect(problems).toEqual([])
    expect(pages.length).toBeGreaterThanOrEqual(14)
    expect(pages.join(' ')).toContain('张俊林')
  })
})
