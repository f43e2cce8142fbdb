import { expect, test } from 'vitest'
import { gapAfter, joinSentences } from './sentences.ts'

test('English sentences stand apart, Chinese ones do not', () => {
  expect(joinSentences('Nothing was changed.', 'Try again.')).toBe('Nothing was changed. Try again.')
  expect(joinSentences('没有任何改动。', '请重试。')).toBe('没有任何改动。请重试。')
})

test('an English sentence after a Chinese one needs no space, a Chinese one after an English one does', () => {
  expect(joinSentences('最薄弱的来自《Orion》。', 'See its slides.', '共 3 张。')).toBe('最薄弱的来自《Orion》。See its slides. 共 3 张。')
})

test('what is not said leaves no gap', () => {
  expect(joinSentences(undefined, '', 'Saved.', false)).toBe('Saved.')
})

test('a label ends with the colon of its language', () => {
  expect(gapAfter('Answer:')).toBe(' ')
  expect(gapAfter('答案：')).toBe('')
})
