/** Numbers as HTML: grouped thousands, powers of ten beyond what can be read. */
import { escapeHtml } from '../escape-html.ts'
import { isCurrency, isPercent } from './unit.ts'

/** Beyond these a number is shown with a power of ten. */
const LARGE = 1e15
const SMALL = 1e-6

/** `decimals` fixes the number of decimals; without it all figures up to twelve are shown. */
export function formatNumber(value: number, decimals?: number): string {
  const size = Math.abs(value)
  if (size >= LARGE || (decimals === undefined && size > 0 && size < SMALL)) {
    const exponent = Math.floor(Math.log10(size))
    return `${formatNumber(Number((value / 10 ** exponent).toPrecision(6)))} × 10<sup>${String(exponent).replace('-', '−')}</sup>`
  }
  const digits = decimals === undefined ? { maximumSignificantDigits: 12 } : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  return new Intl.NumberFormat('en', digits).format(value).replace(/^-(?=[0.]*$)/, '').replace('-', '−')
}

/** With its unit: 14%, $5, 120,000 MWh. The unit is plain text. */
export function formatQuantity(value: number, unit: string | undefined, decimals?: number): string {
  const number = formatNumber(value, decimals)
  if (unit === undefined) return number
  if (isPercent(unit)) return `${number}%`
  return isCurrency(unit) && unit.length === 1 ? `${unit}${number}` : `${number} ${escapeHtml(unit)}`
}
