/** How large a mechanism's chart is drawn: what the frame shows and what the tests of its labels try. */
import type { ChartMode } from '../charts/plot.ts'

/** The controls' column and the gap beside it, as in FigureFrame's grid. */
export const controlsWidth = 256
const sideWidth = controlsWidth + 36
/** Below this width the chart stands above the controls. */
const stackedBelow = 640
const slideHeight = 350
const pageHeight = 360
/** Of the second, smaller chart that some figures have in the app. */
export const slopeHeight = 200

export const isStacked = (width: number, mode: ChartMode): boolean => mode !== 'slide' && width < stackedBelow

/** Pixels of the chart in a figure of this width; on a slide of this height too. */
export function chartSize(width: number, mode: ChartMode, height = slideHeight): { width: number; height: number } {
  if (mode === 'slide') return { width: width - sideWidth, height }
  return { width: isStacked(width, mode) ? width : width - sideWidth, height: pageHeight }
}
