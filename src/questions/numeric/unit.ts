/** Units: measures are converted by the `convert` library; counted things (tokens, steps) are compared by name. */
import { convert, type Unit } from 'convert'

const PERCENT = new Set(['%', 'percent', 'per cent', 'pct', 'percentage', 'percentage point', 'pp', 'процент', 'процента', 'процентов', '个百分点', '百分点'])
const CURRENCIES = [
  ['$', 'usd', 'us$', 'dollar', 'us dollar', 'доллар', 'доллара', 'долларов', '美元'],
  ['€', 'eur', 'euro', 'евро', '欧元'],
  ['¥', 'cny', 'rmb', 'yuan', 'юань', 'юаней', '元', '人民币'],
] as const
/** Names of one thing; each also stands for its English plural. */
const SAME_THING = [
  ...CURRENCIES,
  ['token', 'токен', 'токена', 'токенов', '词元', '个token'],
  ['step', 'шаг', 'шага', 'шагов', '步'],
  ['year', 'yr', 'год', 'года', 'лет', '年'],
  ['month', 'mo', 'месяц', 'месяца', 'месяцев', '个月', '月'],
  ['times', 'time', '×', 'x', 'fold', 'раз', 'раза', '倍'],
  ['mwh', 'мвт·ч', 'мвтч', '兆瓦时'], ['gwh', 'гвт·ч', 'гвтч', '吉瓦时'], ['kwh', 'квт·ч', 'квтч', '千瓦时', '度'],
  ['flop', 'flops', 'floating-point operation', 'floating point operation', 'operation'],
  ['byte', 'b', 'байт', '字节'],
] as const
/** Counted things that carry SI prefixes and that the library does not know. */
const PREFIXED = /^([kKMGTPEZY])(flop\/s|flops?)$/i
const SI_PREFIX: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18, Z: 1e21, Y: 1e24 }

/** Lower case, single spaces, no full stop, singular. */
function nameOf(unit: string): string {
  const name = unit.toLowerCase().replace(/\s+/g, ' ').replace(/\.$/, '').trim()
  return /[^s]s$/.test(name) && name !== 'times' && name.length > 3 ? name.slice(0, -1) : name
}

export const isPercent = (unit: string): boolean => PERCENT.has(nameOf(unit))
export const isCurrency = (unit: string): boolean => CURRENCIES.some((names) => names.some((name) => name === nameOf(unit)))

/** Whether the unit only counts things, so that fractions of it are unlikely. */
export const isCounted = (unit: string): boolean => !isPercent(unit) && !isCurrency(unit) && nameOf(unit) !== 'times' && convertMeasure(1, unit, unit) === undefined

function isSameThing(one: string, other: string): boolean {
  const [first, second] = [nameOf(one), nameOf(other)]
  return first === second || SAME_THING.some((names) => names.some((name) => name === first) && names.some((name) => name === second))
}

/** `value` in units of `from` as a number of `to`; undefined when the two do not measure the same. */
export function convertUnit(value: number, from: string, to: string): number | undefined {
  if (from === to || (isPercent(from) && isPercent(to))) return value
  if (isNamed(from, 'year') && isNamed(to, 'month')) return value * 12
  if (isNamed(from, 'month') && isNamed(to, 'year')) return value / 12
  const measured = convertMeasure(value, from, to)
  if (measured !== undefined) return measured
  if (isSameThing(from, to)) return value
  const [typed, wanted] = [splitPrefix(from), splitPrefix(to)]
  return isSameThing(typed.base, wanted.base) ? (value * typed.factor) / wanted.factor : undefined
}

// The library's months have thirty days.
const isNamed = (unit: string, name: 'year' | 'month'): boolean => isSameThing(unit, name)

function splitPrefix(unit: string): { factor: number; base: string } {
  const [, prefix = '', base = ''] = PREFIXED.exec(unit) ?? []
  const factor = SI_PREFIX[prefix]
  return factor === undefined ? { factor: 1, base: unit } : { factor, base }
}

function convertMeasure(value: number, from: string, to: string): number | undefined {
  try {
    // The library throws on any text that is not one of its units, so the claim is checked there.
    const converted = convert(value, from as Unit).to(to as Unit)
    return Number.isFinite(converted) ? converted : undefined
  } catch {
    return undefined
  }
}
