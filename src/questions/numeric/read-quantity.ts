/** A typed number with its unit, as people write it in English, Russian and Chinese. */
import { hanNumeral } from '../../content/source-numbers.ts'
import { readDigits } from './read-digits.ts'
import { convertUnit, isCounted, isPercent } from './unit.ts'

/** `value`, `low` and `high` are in the unit expected. */
export type QuantityReading =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  /** What to type for each meaning. */
  | { readonly kind: 'ambiguous'; readonly readings: readonly { readonly text: string; readonly value: number }[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-a-number' }
  /** The beginning of a number that would go on. */
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'other-unit' }

/** Nobody types a longer number; it also bounds the work. */
const MAX_LENGTH = 120

/** Longest first, so that a name is not taken for its beginning. Lower-case m and b count only where no unit fits. */
const MULTIPLIERS: readonly (readonly [RegExp, number])[] = [
  [/^(?:hundred|сто|сотен)/i, 1e2],
  [/^(?:thousands?|тысяч[аи]?|тыс\.?|[kк])/i, 1e3],
  [/^(?:millions?|миллион(?:а|ов)?|млн\.?|mln\.?|mio\.?|mn|m)/i, 1e6],
  [/^(?:billions?|миллиард(?:а|ов)?|млрд\.?|bln\.?|bn|b)/i, 1e9],
  [/^(?:trillions?|триллион(?:а|ов)?|трлн\.?|trn|tn|t)/i, 1e12],
  [/^(?:quadrillions?|квадриллион(?:а|ов)?)/i, 1e15],
]
const HAN_POWERS: Readonly<Record<string, number>> = { 十: 1e1, 百: 1e2, 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 }
/** Written without digits, such as 一百万; not 百分之 and not the counting word of 个百分点. */
const HAN_NUMERAL = /(?<![\d个十百千万亿] ?)[一二两三四五六七八九十百千][〇零一二两三四五六七八九十百千万亿]*(?!分)/g
/** Several steps of one number: 1亿2000万, 1万2千, 3万5000. */
const HAN_STEPS = /\d+[千百]?[万亿]零?\d+(?:[千百]?[万亿]|千|(?<=\d{4})(?!\d))/g
const HAN_MULTIPLIER = /^[十百千万萬亿億]+/

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const VULGAR_FRACTION = /(?<=\d)(?=[¼-¾⅐-⅞])/g
const APPROXIMATELY = /^(?:about|approximately|approx\.?|around|roughly|nearly|some|ca\.?|circa|около|примерно|приблизительно|大约|大概|约|[~≈=])\s*/iu
const NUMERAL = /^([+-]?)\s*((?:\d[\d., '_]*)?\d|[.,]\d+)/
const FRACTION = /^([+-]?)\s*(?:(\d+) )?(\d+)\s*\/\s*(\d+)/
const POWER_OF_TEN = /^\s*(?:e\s?([+-]?\d+)(?![\d.,])|[×x*·⋅∙]\s*10\s*(?:\^|\*\*)\s*[({]?\s*([+-]?\d+)\s*[)}]?)/i
/** What no unit begins with, and the beginnings of a power of ten. */
const UNFINISHED = /^(?:[.,;:^*+-][^\p{L}%]*$|e\s?[+-]?\d*$|[×x·⋅∙]\s*(?:1|10[\s^({+-]*)?\d*$)/iu
const BARE_POWER = /^([+-]?)\s*10\s*(?:\^|\*\*)\s*[({]?\s*([+-]?\d+)\s*[)}]?/
const RANGE = /^(?:between |from |от |между |从|在)?(.+?)\s*(?:-|\b(?:to|and|or)\b|\.{2,}|…| или | и |до|至|到|或者?|和|~)\s*(?:even |даже |甚至)?(.+?)(?:之间)?$/iu
const PLUS_MINUS = /^(.+?)\s*(?:±|\+\/-)\s*(.+)$/u

/** Never throws; whatever cannot be read is said to be no number. */
export function readQuantity(typed: string, unit: string | undefined): QuantityReading {
  if (typed.length > MAX_LENGTH) return { kind: 'not-a-number' }
  const text = tidy(typed)
  if (text === '') return { kind: 'empty' }
  const whole = readOne(text, unit)
  if (whole.kind !== 'not-a-number' && whole.kind !== 'unfinished' && whole.kind !== 'other-unit') return whole
  return readRange(text, unit) ?? whole
}

/** One width of digits, one minus, one space, `^` for raised digits, no "about". */
function tidy(typed: string): string {
  return typed
    .replace(/(?<=\d\s*)[⁺⁻⁰¹²³⁴-⁹]+/g, (raised) => `^${[...raised].map((sign) => sign === '⁻' ? '-' : sign === '⁺' ? '+' : String(SUPERSCRIPTS.indexOf(sign))).join('')}`)
    .replace(VULGAR_FRACTION, ' ')
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212\u2043\u02d7\u2796\uff0d\ufe63ー一](?=\s*[-\u2010-\u2015\u2212]?\s*[\d.,])|(?<=[\deE^])[\u2010-\u2015\u2212]/g, '-')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/⁄/g, '/')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(APPROXIMATELY, '')
    .replace(HAN_NUMERAL, (numeral) => String(hanNumeral(numeral) ?? numeral))
    .replace(HAN_STEPS, (steps) => String([...steps.matchAll(/(\d+)(\D*)/g)].reduce((sum, [, digits, powers = '']) => sum + Number(digits) * hanFactor(powers), 0)))
}

function readRange(text: string, unit: string | undefined): QuantityReading | undefined {
  const around = PLUS_MINUS.exec(text)
  const between = RANGE.exec(text)
  const [, first = '', second = ''] = around ?? between ?? []
  if (first === '') return undefined
  const end = readOne(second, unit)
  const start = readStart(first, second, end, unit)
  if (start.kind !== 'value' || end.kind !== 'value') return undefined
  if (around !== null) return { kind: 'range', low: start.value - Math.abs(end.value), high: start.value + Math.abs(end.value) }
  return { kind: 'range', low: Math.min(start.value, end.value), high: Math.max(start.value, end.value) }
}

/** The first number of a range takes over what follows the second: 10–20 MWh, 4,2–6,6 млрд; a power of ten too, unless the range would then run backwards. */
function readStart(first: string, second: string, end: QuantityReading, unit: string | undefined): QuantityReading {
  if (!/\d$/.test(first)) return readOne(first, unit)
  const tail = BARE_POWER.test(second) ? second.replace(BARE_POWER, '') : second.replace(NUMERAL, '')
  const scaled = readOne(first + tail, unit)
  if (scaled.kind === 'value' && end.kind === 'value' && scaled.value <= end.value) return scaled
  return readOne(first + tail.replace(POWER_OF_TEN, ''), unit)
}

function readOne(text: string, unit: string | undefined): QuantityReading {
  const sign = /^([+-]?)\s*(US\$|[$€¥])\s*/i.exec(text)
  const percentFirst = /^百分之\s*/.exec(text)
  const currency = sign?.[2]
  const body = percentFirst ? text.slice(percentFirst[0].length) : sign ? `${sign[1] ?? ''}${text.slice(sign[0].length)}` : text
  const numeral = readNumeral(body, unit)
  if (numeral === undefined) return { kind: 'not-a-number' }
  const rest = percentFirst ? `%${numeral.rest.trim()}` : numeral.rest.trim()
  const readings = numeral.values.flatMap((value) => {
    const read = readUnit(value, currency === undefined ? rest : `${rest} ${currency}`.trim(), unit)
    return read === undefined ? [] : [{ text: `${currency ?? ''}${typeable(value)} ${rest}`.trim(), value: read }]
  })
  const [only, other] = readings
  if (only === undefined) return { kind: UNFINISHED.test(rest) ? 'unfinished' : 'other-unit' }
  if (!Number.isFinite(only.value)) return { kind: 'not-a-number' }
  if (other !== undefined) return { kind: 'ambiguous', readings }
  const isShareLike = unit !== undefined && isPercent(unit) && rest === '' && only.value > 0 && only.value < 1
  if (isShareLike) return { kind: 'ambiguous', readings: [{ text: `${only.text}%`, value: only.value }, { text: `${typeable(scaleByTen(only.value, 2))}%`, value: scaleByTen(only.value, 2) }] }
  return { kind: 'value', value: only.value }
}

/** The number in a form that is read in one way only. */
function typeable(value: number): string {
  const text = String(Number(value.toPrecision(12)))
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text
}

/** The number at the start, in all its meanings, and what follows it. */
function readNumeral(text: string, unit: string | undefined): { values: number[]; rest: string } | undefined {
  const power = BARE_POWER.exec(text)
  if (power) return { values: [(power[1] === '-' ? -1 : 1) * Number(`1e${power[2] ?? ''}`)], rest: text.slice(power[0].length) }
  const fraction = FRACTION.exec(text)
  if (fraction) {
    const [all, sign, whole = '0', over = '', under = ''] = fraction
    return { values: [(sign === '-' ? -1 : 1) * (Number(whole) + Number(over) / Number(under))], rest: text.slice(all.length) }
  }
  const numeral = NUMERAL.exec(text)
  if (!numeral) return undefined
  const [all, sign = '', digits = ''] = numeral
  const after = text.slice(all.length)
  const exponent = POWER_OF_TEN.exec(after)
  const rest = (exponent ? after.slice(exponent[0].length) : after).replace(/^\.(?=\s|$)/, '')
  const context = { counted: unit !== undefined && isCounted(unit) && exponent === null && !/^\s*\S/.test(withoutUnit(rest, unit)), decimalComma: /[а-яё]/i.test(rest) }
  const power10 = exponent ? Number(exponent[1] ?? exponent[2]) : 0
  const values = readDigits(digits, context).map((value) => scaleByTen(sign === '-' ? -value : value, power10))
  return values.length === 0 ? undefined : { values, rest }
}

/** 1.2 and 5 give exactly 120,000: the exponent is added in decimal, not multiplied in binary. */
function scaleByTen(value: number, power: number): number {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e')
  return Number(`${mantissa}e${Number(exponent) + power}`)
}

const withoutUnit = (rest: string, unit: string): string => convertUnit(1, rest.trim(), unit) === 1 ? '' : rest

/** `value` with what follows it, in the unit expected; undefined when that is another unit or no unit at all. */
function readUnit(value: number, rest: string, unit: string | undefined): number | undefined {
  if (rest === '') return value
  if (rest === '‰') return unit === undefined ? value / 1000 : isPercent(unit) ? value / 10 : undefined
  if (unit === undefined) {
    if (isPercent(rest)) return scaleByTen(value, -2)
  } else {
    const direct = convertUnit(value, rest, unit)
    if (direct !== undefined) return direct
  }
  for (const { factor, after } of multipliersOf(rest)) {
    const scaled = scaleByTen(value, Math.log10(factor))
    const read = after === '' ? scaled : unit === undefined ? undefined : convertUnit(scaled, after, unit)
    if (read !== undefined) return read
  }
  // "MWH" for MWh: where case is all that differs, nothing else can be meant.
  return unit !== undefined && rest.toLowerCase() === unit.toLowerCase() ? value : undefined
}

function multipliersOf(rest: string): { factor: number; after: string }[] {
  const han = HAN_MULTIPLIER.exec(rest)
  if (han) return [{ factor: hanFactor(han[0]), after: rest.slice(han[0].length).trim() }]
  return MULTIPLIERS.flatMap(([pattern, factor]) => {
    const name = pattern.exec(rest)
    return name ? [{ factor, after: rest.slice(name[0].length).trim() }] : []
  })
}

const hanFactor = (powers: string): number => [...powers].reduce((product, sign) => product * (HAN_POWERS[sign] ?? 1), 1)
