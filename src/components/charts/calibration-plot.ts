/** Said against done: how often answers given with a certain confidence were right. */
import type { LinePlot, PlotMark } from './plot.ts'
import { wilsonInterval } from './wilson-interval.ts'

export interface CalibrationBin {
  readonly label: string
  /** Mean predicted share, 0 to 1. */
  readonly predicted: number
  readonly right: number
  readonly total: number
}

/** A share of fewer answers says nothing yet. */
export const fewestAnswers = 10

export interface CalibrationWords {
  readonly title: string
  readonly sentence: string
  readonly predicted: string
  readonly observed: string
  readonly diagonal: string
  /** Such as "42 answers". */
  readonly answers: (count: number) => string
}

const percent = (share: number): string => `${Math.round(share * 100)}%`

export function calibrationPlot(bins: readonly CalibrationBin[], words: CalibrationWords): LinePlot {
  const shown = bins.filter((bin) => bin.total >= fewestAnswers)
  const most = Math.max(...shown.map((bin) => bin.total))
  const marks = shown.map((bin, index): PlotMark => ({
    x: bin.predicted, y: bin.right / bin.total, ...wilsonInterval(bin.right, bin.total), label: bin.label, detail: words.answers(bin.total), role: 'context',
    // One point is annotated, the best founded; the axes say what the others are.
    isQuiet: index !== shown.findIndex((one) => one.total === most),
  }))
  return {
    title: words.title, sentence: words.sentence, marks,
    x: { label: words.predicted, scale: 'linear', min: 0, max: 1, format: percent },
    y: { label: words.observed, scale: 'linear', min: 0, max: 1, format: percent },
    series: [{ label: words.diagonal, role: 'context', dash: 'dashed', points: [{ x: 0, y: 0 }, { x: 1, y: 1 }] }],
  }
}
