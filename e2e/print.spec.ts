import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { checkPdf, extractText } from '../src/tools/pdf/check-pdf.ts'
import { expect, test } from './fixtures.ts'

test('a deck prints to a PDF that is tagged, linked and readable, the same bytes each time', async () => {
  test.setTimeout(180_000)
  const print = (): Uint8Array => {
    execFileSync(process.execPath, ['--import', 'tsx', 'src/tools/export.ts', 'o1-value', '--only', 'slides', '--built'], { stdio: 'pipe' })
    return new Uint8Array(readFileSync('dist/pdf/o1-value.pdf'))
  }
  const first = print()
  expect(Buffer.from(print()).equals(Buffer.from(first))).toBe(true)
  const { problems } = await checkPdf(first, {})
  expect(problems).toEqual([])
  const pages = await extractText(first)
  expect(pages.length).toBeGreaterThanOrEqual(14)
  expect(pages.join(' ')).toContain('张俊林')
})
