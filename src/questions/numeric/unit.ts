/** Units: measures are converted by the `convert` library; counted things (tokens, steps) are compared by name. */
import { convert, type Unit } from 'convert'

const PERCENT = new Set(['%', 'percent', 'per cent', 'pct', 'percentage', 'percentage point', 'pp', 'процент', 'процента', 'процентов', 'проц', '个百分点', '百分点'])
const CURRENCIES = [
  ['$', 'usd', 'us$', 'dollar', 'us dollar', 'долл', 'доллар', 'доллара', 'долларов', 'долл. сша', 'доллар сша', 'доллара сша', 'долларов сша', '美元', '美金'],
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
  ['times', 'time', '×', 'x', 'fold', '-fold', 'раз', 'раза', '倍'],
  ['household', 'home', 'домохозяйство', 'домохозяйства', 'домохозяйств', '户', '家庭'],
  ['generation', 'поколение', 'поколения', 'поколений', '代'],
  ['path', 'путь', 'пути', 'путей', '条路径', '路径'],
  ['flop', 'flops', 'floating-point operation', 'floating point operation', 'operation'],
  ['byte', 'b', 'байт', '字节'],
] as const
/** Measures in Russian and Chinese, under the symbol that the library knows. */
const MEASURES: readonly (readonly [symbol: string, ...names: string[]])[] = [
  ['Wh', 'втч', '瓦时'], ['kWh', 'квтч', '千瓦时', '度'], ['MWh', 'мвтч', '兆瓦时'], ['GWh', 'гвтч', '吉瓦时'], ['TWh', 'твтч', '太瓦时'],
  ['s', 'с', 'сек', 'секунда', 'секунды', 'секунд', '秒'], ['min', 'мин', 'минута', 'минуты', 'минут', '分钟'], ['h', 'ч', 'час', 'часа', 'часов', '小时'],
  ['day', 'дн', 'день', 'дня', 'дней', '天', '日'], ['week', 'нед', 'неделя', 'недели', 'недель', '周', '星期'],
  ['ml', 'мл', 'миллилитр', 'миллилитра', 'миллилитров', '毫升'], ['l', 'л', 'литр', 'литра', 'литров', '升'],
  ['m3', 'm3', 'м3', 'куб. м', 'кубометр', 'кубометра', 'кубометров', 'кубических метров', '立方米'],
  ['m', 'м', 'метр', 'метра', 'метров', '米'], ['km', 'км', '公里', '千米'], ['kg', 'кг', '公斤', '千克'],
  ['bit', 'бит', 'бита', 'битов', '比特'], ['MB', 'мб'], ['GB', 'гб'], ['TB', 'тб'],
]
/** Counted things that carry SI prefixes and that the library does not know. */
const PREFIXED = /^([kKMGTPEZY])(flop\/s|flops?)$/i
const SI_PREFIX: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18, Z: 1e21, Y: 1e24 }

/** One width, lower case, single spaces, no full stop, singular. */
function nameOf(unit: string): string {
  const name = unit.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').replace(/\^(?=\d$)|\.$/g, '').trim()
  return /[^s]s$/.test(name) && name !== 'times' && name.length > 3 ? name.slice(0, -1) : name
}

/** A measure in Russian or Chinese under the library's symbol, with any of the dots that join Вт and ч; anything else as it is. */
function symbolOf(unit: string): string {
  const name = nameOf(unit).replace(/[·⋅∙* -](?=ч$)/, '')
  return MEASURES.find(([, ...names]) => names.includes(name))?.[0] ?? unit
}

export const isPercent = (unit: string): boolean => PERCENT.has(nameOf(unit))
export const isCurrency = (unit: string): boolean => CURRENCIES.some((names) => names.some((name) => name === nameOf(unit)))

/** Whether the unit only counts things, so that fractions of it are unlikely. */
export const isCounted = (unit: string): boolean => !isPercent(unit) && !isCurrency(unit) && nameOf(unit) !== 'times' && convertMeasure(1, unit, unit) === undefined

function isSameThing(one: string, other: string): boolean {
  const [first, second] = [nameOf(one), nameOf(other)]
  return first === second || SAME_THING.some((names) => names.some((name) => name === first) && names.some((name) => name === second))
}

/** `value` in the unit typed as a number of the unit wanted; undefined when the two do not measure the same. */
export function convertUnit(value: number, typed: string, wanted: string): number | undefined {
  const [from, to] = [symbolOf(typed), symbolOf(wanted)]
  if (from === to || (isPercent(from) && isPercent(to))) return value
  if (isNamed(from, 'year') && isNamed(to, 'month')) return value * 12
  if (isNamed(from, 'month') && isNamed(to, 'year')) return value / 12
  const measured = convertMeasure(value, from, to)
  if (measured !== undefined) return measured
  if (isSameThing(from, to)) return value
  const [given, asked] = [splitPrefix(from), splitPrefix(to)]
  return isSameThing(given.base, asked.base) ? (value * given.factor) / asked.factor : undefined
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
    // Binary fractions leave 500.00000000000006 behind.
    return Number.isFinite(converted) ? Number(converted.toPrecision(15)) : undefined
  } catch {
    return undefined
  }
}
