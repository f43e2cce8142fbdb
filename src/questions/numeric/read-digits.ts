/** A run of digits and separators as the numbers that it may mean. */

const GROUPED = /^\d{1,3}(?:,\d{3})+$/
/** Indian grouping: 1,00,000. */
const LAKH = /^\d{1,2}(?:,\d{2})+,\d{3}$/

/** What stands around the digits: it settles whether 1,234 is a thousand or one and a bit. */
export interface DigitContext {
  /** The unit counts things, of which there are no fractions. */
  readonly counted: boolean
  /** The words around it are Russian, where the comma is the decimal sign. */
  readonly decimalComma: boolean
}

/**
 * One number, or two where the separator may be either sort, the likelier first; none where the separators make no sense.
 * `run` holds ASCII digits, points, commas, plain spaces, apostrophes and underscores.
 */
export function readDigits(run: string, { counted, decimalComma }: DigitContext): number[] {
  const spaced = / /.test(run)
  if (spaced && !/^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/.test(run)) return []
  if (/['_]/.test(run) && !/^\d{1,3}(?:['_]\d{3})+(?:[.,]\d+)?$/.test(run)) return []
  const digits = run.replace(/[ '_]/g, '')
  const wasGrouped = digits.length < run.length
  const points = digits.split('.').length - 1
  const commas = digits.split(',').length - 1
  if (points > 0 && commas > 0) return readMixed(digits)
  if (points + commas === 0) return [Number(digits)]
  const sign = points > 0 ? '.' : ','
  const withPoint = digits.replaceAll(',', '.')
  const ungrouped = Number(digits.replaceAll(sign, ''))
  if (points + commas > 1) return GROUPED.test(digits.replaceAll(sign, ',')) || LAKH.test(digits) ? [ungrouped] : []
  const decimal = Number(withPoint)
  // A group has three digits after it and does not begin with a zero: 0,600 and 1,5 can only be decimal.
  if (wasGrouped || !/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) return Number.isNaN(decimal) ? [] : [decimal]
  const roundThousands = digits.endsWith('000')
  if (sign === ',') {
    if (decimalComma) return [decimal]
    return counted || roundThousands ? [ungrouped] : [ungrouped, decimal]
  }
  return counted || roundThousands ? [decimal, ungrouped] : [decimal]
}

/** Points and commas: the last sort is the decimal sign, the other groups. */
function readMixed(digits: string): number[] {
  const decimalSign = digits.lastIndexOf('.') > digits.lastIndexOf(',') ? '.' : ','
  const groupSign = decimalSign === '.' ? ',' : '.'
  const [whole = '', fraction = '', ...more] = digits.split(decimalSign)
  if (more.length > 0 || !(GROUPED.test(whole.replaceAll(groupSign, ',')) || LAKH.test(whole))) return []
  return [Number(`${whole.replaceAll(groupSign, '')}.${fraction}`)]
}
