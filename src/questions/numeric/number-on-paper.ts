/** A typed number on paper, for numeric and parametric questions: a blank with its unit, and a key with the tolerance. */
import { escapeHtml } from '../escape-html.ts'
import { aside, blank, strong, type AnswerWords, type PaperKey } from '../kinds/paper-kind.ts'
import { formatNumber, formatQuantity } from './format-number.ts'
import type { NumberKey } from './grade-number.ts'

export const numberRoom = ({ unit }: NumberKey, words: AnswerWords): string => `<p class="typed">${words.answer} ${blank}${unit === undefined ? '' : ` ${escapeHtml(unit)}`}</p>`

/** The answer is what one would type. */
export function numberOnPaper(key: NumberKey, words: AnswerWords): PaperKey<string> {
  const shown = formatQuantity(key.answer, key.unit, key.decimals)
  return { answer: typeable(shown), html: `<p>${strong(shown)} ${aside(toleranceWords(key, words))}</p>` }
}

/** A shown number without separators that could be taken for a decimal point, powers with a caret. */
const typeable = (html: string): string => html.replace(/,(?=\d{3})/g, '').replace(/<sup>(.*?)<\/sup>/g, '^$1').replaceAll('&amp;', '&')

/** How far an answer may lie off and still count. */
function toleranceWords({ tolerance, unit, answer }: NumberKey, words: AnswerWords): string {
  if ('absolute' in tolerance) return words.moreOrLess(formatQuantity(tolerance.absolute, unit))
  if ('relative' in tolerance) return words.moreOrLess(`${formatNumber(Number((tolerance.relative * 100).toPrecision(3)))}%`)
  if ('significantFigures' in tolerance) return words.significantFigures(tolerance.significantFigures)
  const factor = 10 ** tolerance.magnitude
  return words.between(formatQuantity(Number((answer / factor).toPrecision(2)), unit), formatQuantity(Number((answer * factor).toPrecision(2)), unit))
}
