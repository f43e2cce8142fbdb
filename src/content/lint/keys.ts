/** Rules about which answers count as right. */
import type { QuestionRule } from './lint-context.ts'

/** Exactly one key for single choice; two to n−1 for several choices. */
export const keys: QuestionRule = {
  name: 'keys', severity: 'error',
  *check(question) {
    if (question.kind !== 'choice' && question.kind !== 'several') return
    const right = question.options.filter((option) => option.correct).length
    if (question.kind === 'choice' && right !== 1) yield { path: ['options'], message: `${right === 0 ? 'no option is' : `${right} options are`} correct`, hint: 'mark exactly one with correct: true, or make it kind: several' }
    if (question.kind === 'several' && (right < 2 || right >= question.options.length)) yield { path: ['options'], message: `${right} of ${question.options.length} options are correct`, hint: 'several choices need two to all but one; with one it is kind: choice' }
  },
}

/** A numeric question accepts its own answer and none of its slips. */
export const slipAccepted: QuestionRule = {
  name: 'slip-accepted', severity: 'error',
  *check(question) {
    if (question.kind !== 'numeric') return
    for (const [index, slip] of question.slips.entries()) {
      if (isWithin(slip.value, question.answer, question.tolerance)) yield { path: ['slips', index, 'value'], message: `the slip ${slip.value} counts as right by the tolerance`, hint: 'narrow the tolerance, or take the slip out' }
    }
  },
}

type NumericTolerance = { absolute: number } | { relative: number } | { significantFigures: number } | { magnitude: number }

function isWithin(value: number, answer: number, tolerance: NumericTolerance): boolean {
  if ('absolute' in tolerance) return Math.abs(value - answer) <= tolerance.absolute
  if ('relative' in tolerance) return Math.abs(value - answer) <= tolerance.relative * Math.abs(answer)
  if ('significantFigures' in tolerance) return value.toPrecision(tolerance.significantFigures) === answer.toPrecision(tolerance.significantFigures)
  return value > 0 && answer > 0 && Math.abs(Math.log10(value / answer)) <= tolerance.magnitude
}

/** No typed answer is both right and wrong. */
export const acceptedTwice: QuestionRule = {
  name: 'accepted-twice', severity: 'error',
  *check(question) {
    if (question.kind !== 'cloze' && question.kind !== 'short') return
    const seen = new Map<string, string>()
    for (const accepted of question.accept) seen.set((typeof accepted === 'string' ? accepted : accepted.text).toLowerCase(), 'accept')
    for (const list of ['near', 'misconceptions'] as const) {
      for (const [index, entry] of question[list].entries()) {
        for (const text of entry.texts) {
          const other = seen.get(text.toLowerCase())
          if (other !== undefined) yield { path: [list, index, 'texts'], message: `“${text}” stands in ${list} and in ${other}`, hint: 'keep it in one list' }
          seen.set(text.toLowerCase(), list)
        }
      }
    }
  },
}
