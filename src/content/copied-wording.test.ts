import { describe, expect, it } from 'vitest'
import { findCopied, sourceRuns } from './copied-wording.ts'

const runs = sourceRuns(['月亮的引力把海水拉成两个鼓包,所以一天有两次涨潮。', 'Луна тянет море к себе и от себя одновременно дважды в день.'])

describe('the copy check', () => {
  it('finds twelve Han characters in a row, marks between them or not', () => {
    expect(findCopied('x: 引力把海水拉成两个鼓包所以一', runs).map(({ copied }) => copied)).toEqual(['引力把海水拉成两个鼓包所以一'])
    expect(findCopied('引力把海水拉成两个鼓', runs)).toEqual([])
  })
  it('finds six words in a row, whatever their case', () => {
    expect(findCopied('Итак, луна тянет море к себе и уходит.', runs)).toHaveLength(1)
    expect(findCopied('Луна тянет море к югу.', runs)).toEqual([])
  })
  it('joins overlapping runs into one stretch', () => {
    expect(findCopied('Луна тянет море к себе и от себя одновременно дважды', runs)).toHaveLength(1)
  })
})
