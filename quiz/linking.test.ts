import { expect, test } from 'vitest'
import { writeParagraphs } from './linking.ts'

test('writes neighbouring paragraphs as a range', () => {
  expect(writeParagraphs([7, 5, 6, 12, 3, 3])).toBe('3, 5–7, 12')
})
