/** Grading of typed numbers, for numeric and parametric questions. */
import { ungraded } from '../kinds/grading.ts'
import type { Graded } from '../kinds/kind.ts'
import type { Tolerance } from '../kinds/numeric/schema.ts'
import { formatQuantity } from './format-number.ts'
import { readQuantity } from './read-quantity.ts'
import { isWithin } from './tolerance.ts'

/** What a typed number is held against; `answer` and the slips are in `unit`. `feedback` is HTML. */
export interface NumberKey {
  readonly answer: number
  readonly unit?: string
  readonly tolerance: Tolerance
  readonly slips: readonly { readonly id: string; readonly value: number; readonly feedback: string; readonly misconception?: string }[]
  /** To how many decimals the answer is shown; all there are when absent. */
  readonly decimals?: number
}

/** What a range gets that holds the answer but is wider than the tolerance. */
const WIDE_RANGE_SHARE = 0.5

export function gradeNumber(key: NumberKey, text: string): Graded {
  const show = (value: number) => formatQuantity(value, key.unit)
  const reading = readQuantity(text, key.unit)
  switch (reading.kind) {
    case 'empty':
    case 'not-a-number':
    case 'unfinished': return ungraded({ code: reading.kind })
    case 'other-unit': return ungraded({ code: 'unit', expected: key.unit ?? '' })
    case 'ambiguous': return ungraded({ code: 'ambiguous', readings: reading.readings.map((one) => ({ text: one.text, html: show(one.value) })) })
    case 'range': return { ...gradeRange(key, reading.low, reading.high), readAs: `${show(reading.low)} – ${show(reading.high)}` }
    case 'value': {
      const graded = gradeValue(key, reading.value)
      // A point after the right number ends a sentence; after any other, decimals may be to come.
      return graded.verdict.kind === 'wrong' && /[.．]\s*$/.test(text) ? ungraded({ code: 'unfinished' }, show(reading.value)) : { ...graded, readAs: show(reading.value) }
    }
  }
}

export const revealNumber = (key: NumberKey): Graded => ({ ...bare(key), verdict: { kind: 'wrong' } })

const bare = (key: NumberKey) => ({ marks: [], feedback: [], misconceptions: [], solution: formatQuantity(key.answer, key.unit, key.decimals) })

function gradeValue(key: NumberKey, value: number): Graded {
  if (isWithin(value, key.answer, key.tolerance)) return { ...bare(key), verdict: { kind: 'right' } }
  const slips = key.slips.filter((slip) => isWithin(value, slip.value, key.tolerance))
  return { ...bare(key), verdict: { kind: 'wrong' }, feedback: slips.map(({ feedback }) => feedback), misconceptions: slips.flatMap(({ misconception }) => misconception ?? []) }
}

/** A range is right when both its ends are; one that merely holds the answer is partly right. */
function gradeRange(key: NumberKey, low: number, high: number): Graded {
  if (isWithin(low, key.answer, key.tolerance) && isWithin(high, key.answer, key.tolerance)) return { ...bare(key), verdict: { kind: 'right' } }
  const holds = low <= key.answer && key.answer <= high
  return { ...bare(key), verdict: holds ? { kind: 'partly', share: WIDE_RANGE_SHARE, missing: [] } : { kind: 'wrong' } }
}
