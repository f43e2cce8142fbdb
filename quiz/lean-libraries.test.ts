import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepMeasuresOf } from './lean-libraries.ts'

const table = readFileSync(join(import.meta.dirname, '../node_modules/convert/dist/generated/parse-unit.js'), 'utf8')

test('keeps every way to write what is asked for, and leaves out what measures something else', () => {
  const kept = keepMeasuresOf(table, ['years', 'tokens'])
  for (const unit of ['year', 'months', 'min']) expect(kept).toContain(`    '${unit}': [`)
  for (const unit of ['MWh', 'litres', 'radian']) expect(kept).not.toContain(`    '${unit}': [`)
  expect(kept).toContain('export const differences')
})
