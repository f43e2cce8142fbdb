import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureText } from '../../content/text-lines.ts'
import { layOutAxis } from './axis.ts'
import { layOutBars, shownBarLabels } from './bar-layout.ts'
import { calibrationPlot } from './calibration-plot.ts'
import { heatLevel, heatTable, layOutHeat, type HeatCalendarData } from './heat-layout.ts'
import { layOutIntervals } from './interval-layout.ts'
import { countInk, doCross, isCutBy, overlaps, placeLabel, spreadLabels } from './label-placement.ts'
import { labelBoxes, layOutLines, lineTable, type TextLabel } from './line-layout.ts'
import { layOutSlopes } from './slope-layout.ts'
import { wilsonInterval } from './wilson-interval.ts'

const percent = (share: number): string => `${Math.round(share * 100)}%`
const number = (max: number) => fc.double({ min: 0, max, noNaN: true })

function clashes(texts: readonly TextLabel[], width: number, height: number): string[] {
  return texts.flatMap(({ box, lines }, index) => [
    ...(box.x < -0.5 || box.y < -2.5 || box.x + box.width > width + 0.5 || box.y + box.height > height + 2.5 ? [`${lines.join(' ')} outside`] : []),
    ...texts.slice(index + 1).filter((other) => overlaps(box, other.box, -0.5)).map((other) => `${lines.join(' ')} over ${other.lines.join(' ')}`),
  ])
}

describe('labels at the ends of lines', () => {
  it('stand clear of each other and inside whenever they fit, in the order of their lines', () => {
    fc.assert(fc.property(fc.array(fc.record({ centre: number(300), height: fc.integer({ min: 16, max: 60 }) }), { minLength: 1, maxLength: 4 }), (labels) => {
      const centres = spreadLabels(labels, 0, 300)
      const spans = labels.map(({ height, centre }, index) => ({ wanted: centre, top: (centres[index] ?? 0) - height / 2, bottom: (centres[index] ?? 0) + height / 2 })).sort((a, b) => a.top - b.top)
      for (const [index, span] of spans.entries()) {
        expect(span.top).toBeGreaterThanOrEqual(-1e-9)
        expect(span.bottom).toBeLessThanOrEqual(300 + 1e-9)
        const next = spans[index + 1]
        if (next) expect(next.top).toBeGreaterThanOrEqual(span.bottom)
        if (next) expect(next.wanted).toBeGreaterThanOrEqual(span.wanted)
      }
    }))
  })
  it('stay where they want to be when there is room', () => { expect(spreadLabels([{ centre: 200, height: 20 }, { centre: 60, height: 20 }], 0, 300)).toEqual([200, 60]) })
})

describe('a label beside a point', () => {
  const area = { x: 0, y: 0, width: 300, height: 200 }
  it('avoids taken boxes and stays inside', () => {
    fc.assert(fc.property(number(300), number(200), number(220), number(160), (x, y, takenX, takenY) => {
      const taken = [{ x: takenX, y: takenY, width: 80, height: 40 }]
      fc.pre(!overlaps({ x: x - 16, y: y - 16, width: 32, height: 32 }, taken[0] ?? area))
      const box = placeLabel({ anchor: { x, y }, width: 70, height: 30, area, taken, ink: countInk([], area), leaders: [] })?.box
      expect(box).toBeDefined()
      if (box) expect(overlaps(box, taken[0] ?? box)).toBe(false)
      if (box) expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 300 && box.y + box.height <= 200).toBe(true)
    }))
  })
  it('is left out rather than drawn over another', () => { expect(placeLabel({ anchor: { x: 5, y: 5 }, width: 70, height: 30, area, taken: [area], ink: countInk([], area), leaders: [] })).toBeUndefined() })
  it('is joined to a point that it has to stand apart from by a line that crosses no other label', () => {
    const anchor = { x: 150, y: 100 }
    // Taken above, below and at the right; free at the left, where the label is too wide for the gap.
    const taken = [{ x: 90, y: 60, width: 120, height: 30 }, { x: 90, y: 110, width: 120, height: 30 }, { x: 160, y: 85, width: 50, height: 30 }, { x: 80, y: 60, width: 20, height: 30 }]
    const placed = placeLabel({ anchor, width: 70, height: 30, area: { ...area, width: 210 }, taken, ink: countInk([], area), leaders: [] })
    expect(placed?.leader).toBeDefined()
    for (const box of taken) expect(placed?.leader && isCutBy(box, { from: anchor, to: placed.leader })).toBe(false)
  })
  it('knows which boxes and which other lines a line crosses', () => {
    const line = { from: { x: 0, y: 0 }, to: { x: 100, y: 50 } }
    expect([{ x: 40, y: 10, width: 20, height: 30 }, { x: 40, y: 40, width: 20, height: 30 }, { x: 110, y: 40, width: 20, height: 30 }].map((box) => isCutBy(box, line))).toEqual([true, false, false])
    expect(isCutBy({ x: 50, y: -10, width: 0, height: 100 }, { from: { x: 50, y: 0 }, to: { x: 50, y: 9 } })).toBe(true)
    expect([{ from: { x: 50, y: 0 }, to: { x: 50, y: 90 } }, { from: { x: 50, y: 30 }, to: { x: 50, y: 90 } }].map((other) => doCross(line, other))).toEqual([true, false])
  })
  it('prefers the side without lines', () => {
    const ink = Array.from({ length: 50 }, (_, index) => ({ x: 150 + index * 3, y: 100 - index }))
    const box = placeLabel({ anchor: { x: 150, y: 100 }, width: 70, height: 30, area, taken: [], ink: countInk([ink], area), leaders: [] })?.box
    expect(box && ink.some((point) => point.x > box.x && point.x < box.x + box.width && point.y > box.y && point.y < box.y + box.height)).toBe(false)
  })
})

describe('an axis', () => {
  it('keeps its tick labels apart at any size', () => {
    fc.assert(fc.property(fc.integer({ min: 120, max: 900 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom('linear' as const, 'log' as const), (length, power, scale) => {
      const { ticks } = layOutAxis({ label: '', scale, min: scale === 'log' ? 1 : 0, max: 10 ** power, format: (value) => value.toLocaleString('en') }, [0, length], 16, 'x')
      for (const [index, tick] of ticks.entries()) {
        const next = ticks[index + 1]
        if (next) expect(next.position - tick.position).toBeGreaterThan((measureText(tick.label, 16) + measureText(next.label, 16)) / 2)
      }
    }))
  })
  it('says when it is logarithmic and holds values to its range', () => {
    const axis = layOutAxis({ label: 'tokens', scale: 'log', min: 1, max: 100, format: String }, [0, 100], 14, 'x')
    expect(axis.title).toBe('tokens (log scale)')
    expect([axis.place(0), axis.place(10), axis.place(1e9)]).toEqual([0, 50, 100])
  })
})

describe('charts for the app', () => {
  const words = { title: 'Sure and right', sentence: 's', predicted: 'predicted', observed: 'right', diagonal: 'as sure as right', answers: (count: number) => `${count} answers` }
  it('leave bins under ten answers out of the calibration', () => {
    const plot = calibrationPlot([{ label: 'Guess', predicted: 0.4, right: 3, total: 9 }, { label: 'Sure', predicted: 0.9, right: 18, total: 20 }], words)
    expect(plot.marks.map((mark) => mark.label)).toEqual(['Sure'])
    expect(lineTable(plot).rows[0]).toEqual(['Sure, 20 answers', '90%', '90% (70%–97%)'])
  })
  it('keep calibration labels apart', () => {
    fc.assert(fc.property(fc.array(fc.record({ predicted: number(1), right: fc.integer({ min: 0, max: 40 }) }), { maxLength: 5 }), (bins) => {
      const layout = layOutLines(calibrationPlot(bins.map((bin, index) => ({ ...bin, label: `Bin ${index}`, total: 40 })), words), 358, 320, 'app')
      expect(clashes(labelBoxes(layout), 358, 320)).toEqual([])
    }), { numRuns: 40 })
  })
  it('know Wilson’s interval', () => {
    const { low, high } = wilsonInterval(8, 10)
    expect([low, high].map((value) => value.toFixed(3))).toEqual(['0.490', '0.943'])
    expect(() => wilsonInterval(0, 0)).toThrow(RangeError)
  })
  it('shade a calendar by quarters of its busiest day and name each busy day in the table', () => {
    expect([0, 1, 5, 6, 10].map((value) => heatLevel(value, 10))).toEqual([0, 1, 2, 3, 4])
    const data: HeatCalendarData = { title: 't', sentence: 's', dayLabel: 'day', valueLabel: 'answers', weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'], weeks: Array.from({ length: 20 }, (_, week) => ({ ...(week % 4 === 0 ? { month: 'Nov' } : {}), days: Array.from({ length: 7 }, (_day, day) => ({ label: `${week}-${day}`, value: day })) })) }
    for (const width of [358, 600, 1016]) {
      const layout = layOutHeat(data, width, 'app')
      expect(clashes([...layout.months, ...layout.weekdays], width, layout.height)).toEqual([])
      expect(Math.max(...layout.cells.map((cell) => cell.x + cell.size))).toBeLessThanOrEqual(width)
    }
    expect(heatTable(data).rows).toHaveLength(120)
  })
})

describe('slopes and intervals', () => {
  it('keep their labels apart', () => {
    fc.assert(fc.property(fc.array(fc.record({ before: number(1), after: number(1) }), { minLength: 1, maxLength: 5 }), (slopes) => {
      const layout = layOutSlopes({ title: 't', sentence: 's', beforeLabel: 'GPT-4o', afterLabel: 'o1', value: { label: 'solved', scale: 'linear', min: 0, max: 1, format: percent }, slopes: slopes.map((slope, index) => ({ ...slope, label: `contest ${index}`, role: 'context' })) }, 600, 340, 'slide')
      expect(clashes([...layout.headings, ...layout.slopes.flatMap((slope) => [slope.before, slope.after])], 600, 340)).toEqual([])
    }))
  })
  it('keep names, values and ticks apart, whatever the values', () => {
    const labels = fc.constantFrom('Sure (42)', '有把握（42）', 'High-quality text, 2022', 'more than 90 days')
    fc.assert(fc.property(fc.array(fc.record({ label: labels, bounds: fc.tuple(number(1), number(1), number(1)) }), { minLength: 1, maxLength: 5 }), fc.constantFrom([868, 300, 'slide'] as const, [440, 260, 'app'] as const, [310, 260, 'app'] as const), (rows, [width, height, mode]) => {
      const sorted = rows.map(({ label, bounds }) => { const [low = 0, value = 0, high = 0] = [...bounds].sort((a, b) => a - b); return { label, low, value, high, role: 'hero' as const } })
      const layout = layOutIntervals({ title: 't', sentence: 's', x: { label: 'share right', scale: 'linear', min: 0, max: 1, format: percent }, rows: sorted }, width, height, mode)
      expect(clashes([layout.title, ...layout.rows.flatMap((row) => [row.name, row.value]), ...layout.ticks.map((tick) => ({ box: tick.box, lines: [tick.label] }))], width, height)).toEqual([])
    }))
  })
})

describe('bars', () => {
  it('keep names, values and what they are compared with apart, whatever the values', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 14, maxLength: 14 }), number(4000), fc.constantFrom(310, 440, 724), fc.constantFrom('', '日'), (values, reference, width, unit) => {
      const bars = values.map((value, index) => ({ label: `${20 + index}${unit}`, value, role: index === 0 ? 'hero' as const : 'context' as const }))
      const layout = layOutBars({ title: 't', sentence: 's', valueLabel: 'cards', categoryLabel: 'day', max: 4000, format: String, bars, references: [{ value: reference, low: reference / 2, label: 'what is usual' }] }, width, 240, 'app')
      const shown = shownBarLabels(layout)
      expect(clashes(shown.boxes, width, 240)).toEqual([])
      expect(shown.names[0]).toBe(layout.bars[0])
    }))
  })
})
