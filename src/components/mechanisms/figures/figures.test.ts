import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { measureText } from '../../../content/text-lines.ts'
import { settleParams, showQuantity, type Mechanism, type Quantity } from '../../../mechanisms/mechanism.ts'
import { mechanisms } from '../../../mechanisms/registry.ts'
import { sliderValues } from '../../../mechanisms/slider-values.ts'
import { layOutBars, shownBarLabels } from '../../charts/bar-layout.ts'
import { doCross, isCutBy, overlaps } from '../../charts/label-placement.ts'
import { labelBoxes, layOutLines, type TextLabel } from '../../charts/line-layout.ts'
import { layOutSlopes } from '../../charts/slope-layout.ts'
import { chartSize, controlsWidth, slopeHeight } from '../figure-size.ts'
import type { Figure } from './figure.ts'
import { findFigure } from './registry.ts'

/** A slide, a wide page, an explanation beneath an answer, phones. */
const sizes = ([[868, 'slide'], [1016, 'app'], [584, 'app'], [358, 'app'], [328, 'app'], [288, 'app']] as const).map(([width, mode]) => ({ ...chartSize(width, mode), mode }))

/** Every corner of all parameters; the knobs with their defaults too; the others from the default, one at a time. */
function settings(mechanism: Mechanism): Record<string, number>[] {
  const names = Object.keys(mechanism.parameters)
  const stops = (name: string): number[] => {
    const parameter = mechanism.parameters[name]
    return parameter ? [parameter.min, parameter.default, parameter.max] : []
  }
  const combine = (varied: readonly string[], stopsOf: (name: string) => readonly number[]): Record<string, number>[] =>
    varied.reduce<Record<string, number>[]>((all, name) => all.flatMap((one) => stopsOf(name).map((value) => ({ ...one, [name]: value }))), [{}])
  const corners = combine(names, (name) => stops(name).filter((_, index) => index !== 1))
  const others = names.filter((name) => !mechanism.knobs.includes(name)).flatMap((name) => combine([name], stops))
  return [...corners, ...combine(mechanism.knobs, stops), ...others].map((given) => settleParams(mechanism, given))
}

const textsOf = (figure: Figure, size: (typeof sizes)[number]): readonly TextLabel[] =>
  figure.kind === 'line' ? labelBoxes(layOutLines(figure.plot, size.width, size.height, size.mode)) : shownBarLabels(layOutBars(figure.plot, size.width, size.height, size.mode)).boxes

function collisions(texts: readonly TextLabel[], width: number, height: number): string[] {
  const problems: string[] = []
  for (const [index, { box, lines }] of texts.entries()) {
    if (![box.x, box.y, box.width, box.height].every(Number.isFinite)) problems.push(`${lines.join(' ')}: no place`)
    if (box.x < -0.5 || box.y < -2.5 || box.x + box.width > width + 0.5 || box.y + box.height > height + 0.5) problems.push(`${lines.join(' ')}: outside`)
    for (const other of texts.slice(index + 1)) if (overlaps(box, other.box, -0.5)) problems.push(`${lines.join(' ')} over ${other.lines.join(' ')}`)
  }
  return problems
}

describe.each(mechanisms.map((mechanism) => [mechanism.id, mechanism] as const))('figure of %s', (id, mechanism) => {
  it('is there', () => { expect(findFigure(id)).toBeDefined() })

  it.each(sizes)('keeps its labels apart and inside at every extreme ($mode, $width px)', (size) => {
    const draw = findFigure(id)
    for (const params of settings(mechanism)) {
      const figure = draw?.(params)
      expect(figure && collisions(textsOf(figure, size), size.width, size.height), JSON.stringify(params)).toEqual([])
    }
  })

  it('keeps the labels of its second chart apart and inside at every extreme', () => {
    for (const size of sizes.filter(({ mode }) => mode === 'app')) for (const params of settings(mechanism)) {
      const plot = findFigure(id)?.(params).thenAndLater
      if (!plot) continue
      const { headings, slopes } = layOutSlopes(plot, size.width, slopeHeight, size.mode)
      expect(collisions([...headings, ...slopes.flatMap(({ before, after }) => [before, after])], size.width, slopeHeight), `${JSON.stringify(params)} at ${size.width}`).toEqual([])
    }
  })

  it('names each of its bars at every extreme', () => {
    for (const size of sizes) for (const params of settings(mechanism)) {
      const figure = findFigure(id)?.(params)
      if (figure?.kind !== 'bars') continue
      const layout = layOutBars(figure.plot, size.width, size.height, size.mode)
      expect(shownBarLabels(layout).names, `${JSON.stringify(params)} at ${size.width}`).toHaveLength(layout.bars.length)
    }
  })

  it('covers the hero’s line with no label at its default setting', () => {
    for (const size of sizes) {
      const figure = findFigure(id)?.(settleParams(mechanism))
      if (figure?.kind !== 'line') continue
      const { x, y, marks, series } = layOutLines(figure.plot, size.width, size.height, size.mode)
      const hero = series.find((one) => one.series.role === 'hero')?.series.points.map((point) => ({ x: x.place(point.x), y: y.place(point.y) })) ?? []
      for (const { label } of marks) {
        const covered = label && hero.some((to, index) => isCutBy(label.box, { from: hero[index - 1] ?? to, to }))
        expect(covered, `${label?.lines.join(' ')} at ${size.width}`).not.toBe(true)
      }
    }
  })

  it('names every mark at its default setting, and writes on no hero’s line to the axis at any extreme', () => {
    for (const size of sizes) for (const [index, params] of [settleParams(mechanism), ...settings(mechanism)].entries()) {
      const figure = findFigure(id)?.(params)
      if (figure?.kind !== 'line') continue
      const { marks, area } = layOutLines(figure.plot, size.width, size.height, size.mode)
      const where = `${JSON.stringify(params)} at ${size.width}`
      const unnamed = marks.filter(({ label, mark }) => !label && mark.isQuiet !== true)
      if (index === 0) expect(unnamed, where).toEqual([])
      for (const { point } of marks.filter(({ mark }) => mark.role === 'hero')) {
        const drop = { from: point, to: { x: point.x, y: area.y + area.height } }
        expect(marks.filter(({ label }) => label && isCutBy(label.box, drop, 2)).map(({ label }) => label?.lines), where).toEqual([])
      }
    }
  })

  it('has room for the name and the longest value of each control side by side, and of each result on a phone', () => {
    const widthOf = (quantity: Quantity, size: number): number => measureText(quantity.figures, size, 'sans-bold') + (quantity.unit === '' ? 0 : measureText(` ${quantity.unit}`, size))
    const gap = 8
    for (const parameter of Object.values(mechanism.parameters)) {
      for (const value of sliderValues(parameter)) expect(measureText(parameter.label, 17) + gap + widthOf(showQuantity(parameter, value), 16), `${parameter.label} ${value}`).toBeLessThanOrEqual(controlsWidth)
    }
    for (const params of settings(mechanism)) {
      const values = mechanism.evaluate(params)
      for (const [name, output] of Object.entries(mechanism.outputs)) {
        if (name !== mechanism.main) expect(measureText(output.label, 15) + gap + widthOf(showQuantity(output, values[name] ?? NaN), 15), `${output.label}, ${JSON.stringify(params)}`).toBeLessThanOrEqual(358)
      }
    }
  })

  it('labels its hero mark at every extreme, and joins no label to its mark across another label, another such line or the hero’s line to the axis', () => {
    for (const size of sizes) for (const params of settings(mechanism)) {
      const figure = findFigure(id)?.(params)
      if (figure?.kind !== 'line') continue
      const { marks, area } = layOutLines(figure.plot, size.width, size.height, size.mode)
      const where = `${JSON.stringify(params)} at ${size.width}`
      expect(marks.find(({ mark }) => mark.role === 'hero')?.label, where).toBeDefined()
      for (const [index, { leader, mark }] of marks.entries()) {
        if (!leader) continue
        const others = marks.filter((_, place) => place !== index)
        // What starts from a point on the hero's line may leave it.
        const length = Math.hypot(leader.to.x - leader.from.x, leader.to.y - leader.from.y)
        const rest = { from: { x: leader.from.x + ((leader.to.x - leader.from.x) * 14) / length, y: leader.from.y + ((leader.to.y - leader.from.y) * 14) / length }, to: leader.to }
        for (const other of others) {
          expect(other.label && isCutBy(other.label.box, rest), `${mark.label}, ${where}`).not.toBe(true)
          expect(other.leader && doCross(other.leader, rest), `${mark.label}, ${where}`).not.toBe(true)
          expect(other.mark.role === 'hero' && isCutBy({ ...other.point, width: 0, height: area.y + area.height - other.point.y }, rest), `${mark.label}, ${where}`).toBe(false)
        }
      }
    }
  })
})

it("never draws Kaplan's and Chinchilla's losses in one figure", () => {
  const folder = new URL('./', import.meta.url)
  for (const name of readdirSync(folder)) {
    const text = readFileSync(new URL(name, folder), 'utf8')
    if (name.endsWith('-figure.ts')) expect(text.includes('/kaplan-scaling.ts') && text.includes('/chinchilla-loss.ts'), name).toBe(false)
  }
})
