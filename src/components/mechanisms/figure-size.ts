/** How large a mechanism's chart is drawn: what the frame shows and what the tests of its labels try. */
import type { ChartMode } from '../charts/plot.ts'

/** The controls' column and the gap beside it, as in FigureFrame's grid. */
const sideWidth = 256 + 36
/** Below this width the chart stands above the controls. */
const stackedBelow = 640
const slideHeight = 350
/** Of the second, smaller chart that some figures have in the app. */
export const slopeHeight = 200

export const isStacked = (width: number, mode: ChartMode): boolean => mode !== 'slide' && width < stackedBelow

/** Pixels of the chart in a figure of this width; on a slide of this height too. */
export function chartSize(width: number, mode: ChartMode, height = slideHeight): { width: number; height: number } {
  if (mode === 'slide') return { width: width - sideWidth, height }
  return isStacked(width, mode) ? { width, height: 320 } : { width: width - sideWidth, height: 360 }
}
