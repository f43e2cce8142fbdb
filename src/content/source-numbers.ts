/** Numbers as Chinese and Russian texts write them: 1000万, 百分之五, 二十, 4,3 млрд, 95 %. Pure. */

export interface SourceNumber {
  readonly text: string
  /** All values that the figure may stand for: 95% is 0.95 and 95; 5到10 gives 5 and 10. */
  readonly values: readonly number[]
}

const HAN_DIGITS: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }
const HAN_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const HAN_MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 兆: 1e12 }

/** The value of a Chinese numeral such as 三百五十 or 两千万; undefined when the characters make none. */
export function hanNumeral(text: string): number | undefined {
  let total = 0
  let section = 0
  let digit: number | undefined
  // 二〇二四: digits one after another are positions.
  if (/^[〇零一二三四五六七八九]{2,}$/.test(text)) return Number([...text].map((character) => HAN_DIGITS[character]).join(''))
  for (const character of text) {
    const unit = HAN_UNITS[character]
    const myriad = HAN_MYRIADS[character]
    if (HAN_DIGITS[character] !== undefined) digit = HAN_DIGITS[character]
    else if (unit !== undefined) {
      section += (digit ?? 1) * unit
      digit = undefined
    } else if (myriad !== undefined) {
      total = (total + section + (digit ?? 0) || 1) * myriad
      section = 0
      digit = undefined
    } else return undefined
  }
  return total + section + (digit ?? 0)
}

const WORD_SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(千亿)/, 1e11], [/^(百亿)/, 1e10], [/^(十亿)/, 1e9], [/^(千万)/, 1e7], [/^(百万)/, 1e6], [/^(十万)/, 1e5],
  [/^(万亿)/, 1e12], [/^万/, 1e4], [/^亿/, 1e8], [/^兆/, 1e12], [/^千(?!克|瓦|米)/, 1e3], [/^百(?!分)/, 1e2],
  [/^(тыс\.?|тысяч[аи]?)(?![а-я])/i, 1e3], [/^(млн\.?|миллион(а|ов)?)(?![а-я])/i, 1e6], [/^(млрд\.?|миллиард(а|ов)?)(?![а-я])/i, 1e9], [/^(трлн\.?|триллион(а|ов)?)(?![а-я])/i, 1e12],
  [/^thousand\b/i, 1e3], [/^million\b/i, 1e6], [/^billion\b/i, 1e9], [/^trillion\b/i, 1e12], [/^[kK](?![A-Za-z])/, 1e3], [/^M(?![A-Za-z])/, 1e6], [/^[Bb]n?(?![A-Za-z])/, 1e9], [/^T(?![A-Za-z])/, 1e12],
]

/** The scale that stands at the beginning of the rest, and how many characters it takes. */
function scaleAt(rest: string): { scale: number; length: number } {
  // A stray full stop before the scale, as in "6,6. млрд", is a slip of the pen; a new sentence would begin with a capital.
  const trimmed = rest.replace(/^\.(?=\s+[а-яё])/, '').trimStart()
  for (const [pattern, scale] of WORD_SCALES) {
    const match = pattern.exec(trimmed)
    if (match !== null) return { scale, length: rest.length - trimmed.length + match[0].length }
  }
  return { scale: 1, length: 0 }
}

const ARABIC = /(\d{1,3}(?:[,  ]\d{3})+(?!\d)|\d+)([.,]\d+)?/g

/** Every number of a source text. Full-width digits count as digits; decimal commas as points. */
export function sourceNumbers(source: string): SourceNumber[] {
  const text = source.normalize('NFKC').replaceAll(' ', ' ')
  return [...arabicNumbers(text), ...hanNumbers(text), ...wordNumbers(text)]
}

function arabicNumbers(text: string): SourceNumber[] {
  const found = [...text.matchAll(ARABIC)].map((match) => {
    const [whole, integer = '', fraction = ''] = match
    const end = match.index + whole.length
    const rest = text.slice(end, end + 24)
    const { scale, length } = scaleAt(rest)
    const base = Number(integer.replace(/[,  ]/g, '') + fraction.replace(',', '.'))
    const tail = rest.slice(length)
    const isShare = /^\s*(%|percent|процент)/i.test(tail) || /百分之\s*$/.test(text.slice(0, match.index))
    const power = /^\s*(?:\^|\*\*)\s*(-?\d+)/.exec(tail)
    const values = [base * scale, ...(scale === 1 ? [] : [base]), ...(isShare ? [base / 100] : []), ...(power === null ? [] : [base ** Number(power[1])])]
    // 2,5 may be 2.5 or a list 2 and 5; 1,280 may be a thousand or a decimal comma.
    if (/^,\d{3}$/.test(fraction) || integer.includes(',')) values.push(Number((integer + fraction).replaceAll(',', '')) * scale, Number((integer + fraction).replace(',', '.')) * scale)
    return { text: text.slice(match.index, end + length) + (isShare && /^\s*%/.test(tail) ? '%' : ''), values, index: match.index, end: end + length, isShare, scale }
  })
  // In a range (5-10万, 4,2–6,6 млрд) the scale and the percent sign of the second number hold for the first.
  return found.map((number, index) => {
    const next = found[index + 1]
    const joined = next !== undefined && /^\s*(%)?\s*([-–—~～到至或]|to|or|до|и|или(\s+даже)?)\s*$/.test(text.slice(number.end, next.index))
    if (!joined) return number
    return { ...number, values: [...number.values, ...(number.scale === 1 ? number.values.map((value) => value * next.scale) : []), ...(next.isShare ? number.values.map((value) => value / 100) : [])] }
  })
}

function hanNumbers(text: string): SourceNumber[] {
  const numerals = [...text.matchAll(/(百分之)?([〇零一二两三四五六七八九十百千万亿兆]+)(?:点([〇零一二三四五六七八九]+))?(成|倍|半|毛钱?|分钱)?/g)].flatMap((match): SourceNumber[] => {
    const [whole, percent, numeral = '', decimals, suffix] = match
    // 百分之 is greedy for 百: a bare scale word after digits was counted there.
    if (percent === undefined && /^[百千万亿兆]+$/.test(numeral) && /\d\s*$/.test(text.slice(0, match.index))) return []
    const integer = hanNumeral(numeral)
    if (integer === undefined) return []
    const value = decimals === undefined ? integer : Number(`${integer}.${[...decimals].map((digit) => HAN_DIGITS[digit]).join('')}`)
    return [{ text: whole, values: [value, ...(percent === undefined ? [] : [value / 100]), ...(suffix === '成' ? [value / 10] : []), ...(suffix === '半' ? [value + 0.5] : []), ...(suffix === '毛' || suffix === '毛钱' ? [value / 10] : []), ...(suffix === '分钱' ? [value / 100] : [])] }]
  })
  const fractions = [...text.matchAll(/([一二两三四五六七八九十百]+|\d+)分之([一二两三四五六七八九十]+|\d+)/g)].flatMap((match): SourceNumber[] => {
    const [whole, below = '', above = ''] = match
    const denominator = /\d/.test(below) ? Number(below) : hanNumeral(below)
    const numerator = /\d/.test(above) ? Number(above) : hanNumeral(above)
    return denominator === undefined || numerator === undefined || denominator === 0 ? [] : [{ text: whole, values: [numerator / denominator] }]
  })
  const halves = [...text.matchAll(/一半|减半/g)].map((match) => ({ text: match[0], values: [0.5] }))
  const multiples = [...text.matchAll(/翻[一两]?[番倍]|双倍/g)].map((match) => ({ text: match[0], values: [2] }))
  return [...numerals, ...fractions, ...halves, ...multiples]
}

const RUSSIAN_WORDS: readonly (readonly [RegExp, number])[] = [
  [/(?<![а-яё])(один|одна|одного|одной|одну)(?![а-яё])/gi, 1], [/(?<![а-яё])(два|две|двух|двумя|вдвое|дважды)(?![а-яё])/gi, 2], [/(?<![а-яё])(три|трёх|трех|тремя)(?![а-яё])/gi, 3], [/(?<![а-яё])(четыре|четырёх|четырех)(?![а-яё])/gi, 4],
  [/(?<![а-яё])(пять|пяти)(?![а-яё])/gi, 5], [/(?<![а-яё])(шесть|шести)(?![а-яё])/gi, 6], [/(?<![а-яё])(семь|семи)(?![а-яё])/gi, 7], [/(?<![а-яё])(восемь|восьми)(?![а-яё])/gi, 8], [/(?<![а-яё])(девять|девяти)(?![а-яё])/gi, 9], [/(?<![а-яё])(десять|десяти)(?![а-яё])/gi, 10],
  [/(?<![а-яё])(двадцать|двадцати)(?![а-яё])/gi, 20], [/(?<![а-яё])(тридцать|тридцати)(?![а-яё])/gi, 30], [/(?<![а-яё])(сто|ста)(?![а-яё])/gi, 100], [/(?<![а-яё])тысяч[аиу]?(?![а-яё])/gi, 1000], [/(?<![а-яё])половин[аыуе](?![а-яё])/gi, 0.5], [/(?<![а-яё])миллион(а|ов)?(?![а-яё])/gi, 1e6], [/(?<![а-яё])миллиард(а|ов)?(?![а-яё])/gi, 1e9],
]

/** Russian number words; a scale word alone stands for one of it, and counts with the word before it. */
function wordNumbers(text: string): SourceNumber[] {
  const found = RUSSIAN_WORDS.flatMap(([pattern, value]) => [...text.matchAll(pattern)].map((match) => ({ text: match[0], value, index: match.index, end: match.index + match[0].length }))).sort((a, b) => a.index - b.index)
  return found.map((number, index) => {
    const next = found[index + 1]
    const isScaled = next !== undefined && next.value >= 1000 && number.value < 1000 && /^\s+$/.test(text.slice(number.end, next.index))
    return { text: number.text, values: isScaled ? [number.value, number.value * next.value] : [number.value] }
  })
}
