import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLines, measureText } from './text-lines.ts'

describe('lines of text', () => {
  it('stay within the width where words allow it', () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-zA-Z]{1,12}$/), { minLength: 1, maxLength: 30 }), (words) => {
      const lines = breakLines(words.join(' '), 200, 16)
      expect(lines.join(' ')).toBe(words.join(' '))
      for (const line of lines) expect(!line.includes(' ') || measureText(line, 16) <= 200).toBe(true)
    }))
  })

  it('count a Chinese character as one em and begin no line with a closing mark', () => {
    expect(measureText('撞墙', 16)).toBe(32)
    for (const line of breakLines('刻舟求剑，撞墙。刻舟求剑，撞墙。', 16 * 4, 16)) expect(line).not.toMatch(/^[，。]/)
  })
})
