/**
 * A compressor that is nothing but a predictor: an adaptive n-gram model of bytes, blended over context lengths by
 * Witten and Bell's rule (as in PPM method C), followed by an arithmetic coder. Whatever the model finds likely costs few bits.
 */

const endOfText = 256
const symbols = 257

interface ContextCounts { total: number; readonly counts: Map<number, number> }

/** Predicts the next byte from up to `order` bytes before it, and learns from each byte as it comes. */
function createPredictor(order: number) {
  const contexts = Array.from({ length: order + 1 }, () => new Map<string, ContextCounts>())
  let history = ''

  /** What has been seen after the present contexts, shortest first. */
  const seen = (): ContextCounts[] => contexts.flatMap((byContext, length) => {
    if (history.length < length) return []
    const found = byContext.get(history.slice(history.length - length))
    return found ? [found] : []
  })

  return {
    /** Chance of one symbol: each longer context keeps room, in proportion to its distinct symbols, for the shorter one. */
    chanceOf(symbol: number): number {
      let chance = 1 / symbols
      for (const { total, counts } of seen()) chance = ((counts.get(symbol) ?? 0) + counts.size * chance) / (total + counts.size)
      return chance
    },
    /** The chances of all symbols at once. */
    chances(): Float64Array {
      const chances = new Float64Array(symbols).fill(1 / symbols)
      for (const { total, counts } of seen()) {
        const kept = counts.size / (total + counts.size)
        for (let symbol = 0; symbol < symbols; symbol++) chances[symbol] = (chances[symbol] ?? 0) * kept
        for (const [symbol, count] of counts) chances[symbol] = (chances[symbol] ?? 0) + count / (total + counts.size)
      }
      return chances
    },
    learn(symbol: number): void {
      contexts.forEach((byContext, length) => {
        if (history.length < length) return
        const context = history.slice(history.length - length)
        const found = byContext.get(context) ?? { total: 0, counts: new Map<number, number>() }
        found.total++
        found.counts.set(symbol, (found.counts.get(symbol) ?? 0) + 1)
        byContext.set(context, found)
      })
      history = (history + String.fromCharCode(symbol)).slice(-Math.max(order, 1))
    },
  }
}

/** UTF-8, written out because the pure folders know no TextEncoder; lone surrogates become U+FFFD. */
export function utf8Bytes(text: string): number[] {
  const bytes: number[] = []
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
  }
  return bytes
}

const percentEncoded = (byte: number) => `%${byte.toString(16).padStart(2, '0')}`

/** Bits that the model of this order needs for the text: minus the sum of the binary logarithms of its chances. */
export function measureBits(text: string, order: number): number {
  const predictor = createPredictor(order)
  let bits = 0
  for (const symbol of [...utf8Bytes(text), endOfText]) {
    bits -= Math.log2(predictor.chanceOf(symbol))
    predictor.learn(symbol)
  }
  return bits
}

/** The text asked for last: dragging a slider asks for the same one again and again. */
let remembered = { text: '', bitsByOrder: new Map<number, number>() }

/** Bits a character; 0 for an empty text. Characters are code points, so a Chinese character counts as one. */
export function bitsPerCharacter(text: string, order: number): number {
  const characters = [...text].length
  if (characters === 0) return 0
  if (remembered.text !== text) remembered = { text, bitsByOrder: new Map() }
  const bits = remembered.bitsByOrder.get(order) ?? measureBits(text, order)
  remembered.bitsByOrder.set(order, bits)
  return bits / characters
}

// Arithmetic coding with 32-bit bounds in the integers of a double, after Witten, Neal and Cleary (CACM 30(6), 1987).
const top = 2 ** 32
const half = 2 ** 31
const quarter = 2 ** 30
/** Slots that the chances share; every symbol has at least one, so that anything can be coded. */
const slots = 2 ** 20

/** Start of each symbol's slots; the last entry is their number. Both sides compute it alike, hence the same rounding. */
function slotStarts(chances: Float64Array): Float64Array {
  const starts = new Float64Array(symbols + 1)
  for (let symbol = 0; symbol < symbols; symbol++) starts[symbol + 1] = (starts[symbol] ?? 0) + 1 + Math.floor((chances[symbol] ?? 0) * (slots - symbols))
  return starts
}

/** The part of [low, low + range) that belongs to the slots from `from` to `to`. */
const narrowed = (low: number, range: number, from: number, to: number, total: number) => ({
  low: low + Math.floor((range * from) / total),
  high: low + Math.floor((range * to) / total) - 1,
})

/** Compresses a text; `decodeText` with the same order gives it back. */
export function encodeText(text: string, order: number): Uint8Array {
  const predictor = createPredictor(order)
  const bits: number[] = []
  let low = 0
  let high = top - 1
  let pending = 0
  const emit = (bit: number) => {
    bits.push(bit)
    for (; pending > 0; pending--) bits.push(1 - bit)
  }
  for (const symbol of [...utf8Bytes(text), endOfText]) {
    const starts = slotStarts(predictor.chances())
    ;({ low, high } = narrowed(low, high - low + 1, starts[symbol] ?? 0, starts[symbol + 1] ?? 0, starts[symbols] ?? 1))
    predictor.learn(symbol)
    for (;;) {
      if (high < half) emit(0)
      else if (low >= half) { emit(1); low -= half; high -= half }
      else if (low >= quarter && high < half + quarter) { pending++; low -= quarter; high -= quarter }
      else break
      low *= 2
      high = high * 2 + 1
    }
  }
  pending++
  emit(low < quarter ? 0 : 1)
  const bytes = new Uint8Array(Math.ceil(bits.length / 8))
  bits.forEach((bit, index) => { bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (bit << (7 - (index & 7))) })
  return bytes
}

/**
 * The text that `encodeText` was given.
 * @throws RangeError when the bytes end before the text does
 */
export function decodeText(bytes: Uint8Array, order: number): string {
  const predictor = createPredictor(order)
  const decoded: number[] = []
  let low = 0
  let high = top - 1
  let position = 0
  // The coder leaves off trailing zeros; more than one register of them means that the end mark is missing.
  const nextBit = () => {
    if (position > bytes.length * 8 + 32) throw new RangeError('the compressed text is cut off')
    const bit = ((bytes[position >> 3] ?? 0) >> (7 - (position & 7))) & 1
    position++
    return bit
  }
  let window = 0
  for (let i = 0; i < 32; i++) window = window * 2 + nextBit()
  for (;;) {
    const starts = slotStarts(predictor.chances())
    const total = starts[symbols] ?? 1
    const slot = Math.floor(((window - low + 1) * total - 1) / (high - low + 1))
    let symbol = 0
    while ((starts[symbol + 1] ?? Infinity) <= slot) symbol++
    ;({ low, high } = narrowed(low, high - low + 1, starts[symbol] ?? 0, starts[symbol + 1] ?? 0, total))
    if (symbol === endOfText) return decodeURIComponent(decoded.map(percentEncoded).join(''))
    decoded.push(symbol)
    predictor.learn(symbol)
    for (;;) {
      if (high < half) { /* the leading bit is 0: nothing to subtract */ }
      else if (low >= half) { low -= half; high -= half; window -= half }
      else if (low >= quarter && high < half + quarter) { low -= quarter; high -= quarter; window -= quarter }
      else break
      low *= 2
      high = high * 2 + 1
      window = window * 2 + nextBit()
    }
  }
}
