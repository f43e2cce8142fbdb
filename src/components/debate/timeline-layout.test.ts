import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateSpan, dateWords, layoutTimeline } from './timeline-layout.ts'

const date = fc.tuple(fc.integer({ min: 2015, max: 2025 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 3 }))
  .map(([year, month, day, precision]) => [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].slice(0, precision).join('-'))

describe('the timeline', () => {
  it('lets no two labels overlap and keeps every label inside, whatever the dates', () => {
    fc.assert(fc.property(fc.array(fc.record({ date, label: fc.constantFrom('GPT-3', 'ChatGPT opens to the public', 'A report says the gains slow') }), { minLength: 1, maxLength: 24 }), (events) => {
      const { events: placed, width, height } = layoutTimeline(events, 868)
      for (const { box } of placed) expect(box.x >= 0 && box.x + box.width <= width + 0.5 && box.y >= 0 && box.y + box.height <= height + 0.5).toBe(true)
      placed.forEach((a, i) => placed.forEach((b, j) => {
        if (i >= j) return
        const apart = a.box.x + a.box.width <= b.box.x || b.box.x + b.box.width <= a.box.x || a.box.y + a.box.height <= b.box.y || b.box.y + b.box.height <= a.box.y
        expect(apart).toBe(true)
      }))
    }), { numRuns: 100 })
  })

  it('keeps the order of time', () => {
    const { events } = layoutTimeline([{ date: '2022-11-30', label: 'ChatGPT' }, { date: '2018-06', label: 'GPT-1' }], 868)
    expect(events.map(({ event }) => event.label)).toEqual(['GPT-1', 'ChatGPT'])
  })

  it('is as precise as the source and no more', () => {
    expect(dateWords('2020')).toBe('2020')
    expect(dateWords('2020-05')).toBe('May 2020')
    expect(dateWords('2023-03-14')).toBe('14 Mar 2023')
    expect(dateWords('2020-05', 'zh-CN')).toBe('2020年5月')
    expect(dateSpan('2020').to - dateSpan('2020').from).toBe(366 * 86_400_000)
  })
})
