/** Numbers as mechanisms show them: plain characters that every text font has, no exponents. */

/** A formatter is dear to make and cheap to use, and a chart asks for the same one hundreds of times a second. */
const kept = new Map<string, Intl.NumberFormat>()
function formatter(least: number, most: number): Intl.NumberFormat {
  const name = `${least} ${most}`
  const found = kept.get(name) ?? new Intl.NumberFormat('en', { minimumFractionDigits: least, maximumFractionDigits: most })
  kept.set(name, found)
  return found
}
const significant = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 })
const names = [[1e18, ' quintillion'], [1e15, ' quadrillion'], [1e12, ' trillion'], [1e9, ' billion'], [1e6, ' million']] as const

/** A fixed number of decimals, thousands grouped: 1,234.5. A value that rounds to zero has no sign. */
export const fixed = (decimals = 0) => {
  const format = formatter(decimals, decimals)
  return (value: number): string => format.format(value).replace(/^-(?=[0.,]*$)/, '').replace('-', '−')
}

/** A share as per cent: 0.95 is 95%. */
export const percent = (decimals = 0) => {
  const format = fixed(decimals)
  return (share: number): string => `${format(share * 100)}%`
}

/**
 * Three significant figures with a word for large powers: 1.4 trillion, 38,300, 0.0042.
 * Beyond 10^21 the mantissa grows instead: 98,000 quintillion.
 */
export function magnitude(value: number): string {
  const size = Math.abs(value)
  const name = names.find(([scale]) => size >= scale * 0.9995)
  return (name ? significant.format(value / name[0]) + name[1] : significant.format(value)).replace('-', '−')
}

/** A share as per cent with no more decimals than it needs: 95%, 99.5%. */
export const percentUpTo = (decimals: number) => {
  const format = formatter(0, decimals)
  return (share: number): string => `${format.format(share * 100)}%`
}

const letters = [[1e12, 'T'], [1e9, 'B'], [1e6, 'M'], [1e3, 'k']] as const
/** Short, for axes: 300T, 70B, 4k. */
export function short(value: number): string {
  const size = Math.abs(value)
  const letter = letters.find(([scale]) => size >= scale * 0.9995)
  return (letter ? significant.format(value / letter[0]) + letter[1] : significant.format(value)).replace('-', '−')
}

/** A multiple: 3.2×, 100,000×. */
export const times = (value: number): string => `${magnitude(value)}×`
/** US dollars: $1.4 million. */
export const dollars = (value: number): string => `$${magnitude(value)}`
