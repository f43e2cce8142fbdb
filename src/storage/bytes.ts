/** Numbers and text as bytes: variable-length integers, and a checksum. */

/** The bytes are not what they should be. */
export class CorruptBytes extends Error {
  override readonly name = 'CorruptBytes'
}

export class ByteWriter {
  #bytes = new Uint8Array(256)
  #length = 0

  byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1)
    this.#bytes[this.#length] = value
    this.#length += 1
  }

  /** A whole number from 0 to 2^53 − 1, seven bits a byte, lowest first. */
  count(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${value} cannot be packed`)
    let rest = value
    while (rest >= 0x80) {
      this.byte((rest % 0x80) | 0x80)
      rest = Math.floor(rest / 0x80)
    }
    this.byte(rest)
  }

  /** A whole number between −2^52 and 2^52; the nearer to 0, the fewer bytes. */
  signed(value: number): void {
    this.count(value < 0 ? -2 * value - 1 : 2 * value)
  }

  raw(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
  }

  /** Bytes after their own length. */
  block(bytes: Uint8Array): void {
    this.count(bytes.length)
    this.raw(bytes)
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length)
  }

  #grow(least: number): void {
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + least))
    grown.set(this.#bytes)
    this.#bytes = grown
  }
}

/** Reads what a ByteWriter wrote; throws CorruptBytes rather than read past the end. */
export class ByteReader {
  readonly #bytes: Uint8Array
  #position = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  byte(): number {
    const value = this.#bytes[this.#position]
    if (value === undefined) throw new CorruptBytes('the bytes end too early')
    this.#position += 1
    return value
  }

  count(): number {
    const first = this.byte()
    if (first < 0x80) return first
    let value = first & 0x7f
    let scale = 0x80
    for (let length = 1; length < 8; length += 1) {
      const byte = this.byte()
      value += (byte & 0x7f) * scale
      if (byte < 0x80) {
        if (!Number.isSafeInteger(value)) break
        return value
      }
      scale *= 0x80
    }
    throw new CorruptBytes('a number is too long')
  }

  signed(): number {
    const value = this.count()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  raw(length: number): Uint8Array {
    if (length > this.#bytes.length - this.#position) throw new CorruptBytes('the bytes end too early')
    const bytes = this.#bytes.subarray(this.#position, this.#position + length)
    this.#position += length
    return bytes
  }

  block(): Uint8Array {
    return this.raw(this.count())
  }

  get left(): number {
    return this.#bytes.length - this.#position
  }
}

/** For each byte and each of eight places behind it, what it does to the checksum. Filled when first needed: a first question does without. */
const crcTables = new Uint32Array(8 * 256)

function fillCrcTables(): void {
  for (let byte = 0; byte < 256; byte += 1) {
    let crc = byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    crcTables[byte] = crc
  }
  for (let index = 256; index < crcTables.length; index += 1) {
    const crc = crcTables[index - 256] ?? 0
    crcTables[index] = (crc >>> 8) ^ (crcTables[crc & 0xff] ?? 0)
  }
}

/** CRC-32 as in zip and PNG (ISO 3309): finds every change of up to 32 neighbouring bits. */
export function checksum(bytes: Uint8Array): number {
  const table = crcTables
  if (table[1] === 0) fillCrcTables()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let crc = 0xffff_ffff
  let index = 0
  // Eight bytes at a step ("slicing by 8"), for a backup is megabytes long. Every look-up finds something.
  for (; index + 8 <= bytes.length; index += 8) {
    const low = crc ^ view.getUint32(index, true)
    const high = view.getUint32(index + 4, true)
    crc = (table[1792 + (low & 0xff)] ?? 0) ^ (table[1536 + ((low >>> 8) & 0xff)] ?? 0) ^ (table[1280 + ((low >>> 16) & 0xff)] ?? 0) ^ (table[1024 + (low >>> 24)] ?? 0)
      ^ (table[768 + (high & 0xff)] ?? 0) ^ (table[512 + ((high >>> 8) & 0xff)] ?? 0) ^ (table[256 + ((high >>> 16) & 0xff)] ?? 0) ^ (table[high >>> 24] ?? 0)
  }
  for (; index < bytes.length; index += 1) crc = (table[(crc ^ (bytes[index] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffff_ffff) >>> 0
}

/** The bytes followed by their checksum, lowest byte first. */
export function seal(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const sealed = new Uint8Array(bytes.length + 4)
  sealed.set(bytes)
  new DataView(sealed.buffer).setUint32(bytes.length, checksum(bytes), true)
  return sealed
}

/** The checksum that sealed bytes end with, whether it fits or not; 0 where they are too short to have one. */
export function sealOf(sealed: Uint8Array): number {
  return sealed.length < 4 ? 0 : new DataView(sealed.buffer, sealed.byteOffset + sealed.length - 4, 4).getUint32(0, true)
}

/** Takes the checksum off; throws CorruptBytes when it does not fit. */
export function unseal(sealed: Uint8Array): Uint8Array {
  if (sealed.length < 4) throw new CorruptBytes('the bytes end too early')
  const bytes = sealed.subarray(0, -4)
  const told = new DataView(sealed.buffer, sealed.byteOffset + bytes.length, 4).getUint32(0, true)
  if (told !== checksum(bytes)) throw new CorruptBytes('the checksum does not fit')
  return bytes
}
