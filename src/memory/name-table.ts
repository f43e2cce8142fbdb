/**
 * Names and their numbers, 0, 1, 2 … in the order of arrival. A log of a million reviews names questions a million
 * times; found by their bytes in one flat table, those names need never become strings. Names are ASCII, as ids are.
 */
export interface NameTableParts {
  /** All names, one after the other. */
  readonly text: Uint8Array
  /** Where each name begins, and where the last one ends. */
  readonly starts: Uint32Array
  /** An open hash table of numbers plus one; its length is a power of two. */
  readonly slots: Uint32Array
}

const fewestSlots = 64
const fewestBytes = 1_024

export class NameTable<Name extends string = string> {
  #text: Uint8Array
  #starts: Uint32Array
  #slots: Uint32Array
  #count: number
  #scratch = new Uint8Array(128)
  readonly #strings: Name[] = []

  constructor({ text, starts, slots }: NameTableParts = { text: new Uint8Array(fewestBytes), starts: new Uint32Array(fewestSlots), slots: new Uint32Array(fewestSlots) }, count = 0) {
    this.#text = text
    this.#starts = starts
    this.#slots = slots
    this.#count = count
  }

  get count(): number {
    return this.#count
  }

  /** What the table consists of, without the room to grow. */
  parts(): NameTableParts {
    return { text: this.#text.subarray(0, this.#starts[this.#count]), starts: this.#starts.subarray(0, this.#count + 1), slots: this.#slots }
  }

  nameAt(number: number): Name {
    return this.#strings[number] ??= this.#decode(number)
  }

  /** The number of a name; -1 when it has none. */
  find(name: Name): number {
    const length = this.#encode(name)
    return (this.#slots[this.#slotOf(this.#scratch, 0, length)] ?? 0) - 1
  }

  /** The number of a name, a new one if it has none. */
  numberOf(name: Name): number {
    const length = this.#encode(name)
    return this.numberOfBytes(this.#scratch, 0, length)
  }

  /** The number of the name that stands from `start` up to `end` in the bytes, a new one if it has none. */
  numberOfBytes(bytes: Uint8Array, start: number, end: number): number {
    const slot = this.#slotOf(bytes, start, end)
    const known = this.#slots[slot] ?? 0
    return known > 0 ? known - 1 : this.#add(bytes, start, end, slot)
  }

  #decode(number: number): Name {
    const units = this.#text.subarray(this.#starts[number], this.#starts[number + 1])
    // Spread out as arguments it would take seven times as long. Nothing but such names was put in.
    return Reflect.apply(String.fromCharCode, undefined, units) as Name
  }

  #encode(name: string): number {
    if (name.length > this.#scratch.length) this.#scratch = new Uint8Array(2 * name.length)
    for (let index = 0; index < name.length; index += 1) {
      const unit = name.charCodeAt(index)
      if (unit > 0x7f) throw new RangeError(`“${name}” is not an id`)
      this.#scratch[index] = unit
    }
    return name.length
  }

  /** The slot of the name, or the empty one where it would go. */
  #slotOf(bytes: Uint8Array, start: number, end: number): number {
    const slots = this.#slots
    const mask = slots.length - 1
    for (let slot = hashBytes(bytes, start, end) & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot] ?? 0
      if (number === 0 || this.#isAt(number - 1, bytes, start, end)) return slot
    }
  }

  #isAt(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    const text = this.#text
    const from = this.#starts[number] ?? 0
    if ((this.#starts[number + 1] ?? 0) - from !== end - start) return false
    for (let index = start, at = from; index < end; index += 1, at += 1) if (text[at] !== bytes[index]) return false
    return true
  }

  #add(bytes: Uint8Array, start: number, end: number, slot: number): number {
    const number = this.#count
    const from = this.#starts[number] ?? 0
    const to = from + end - start
    if (number + 1 >= this.#starts.length) this.#starts = grown(this.#starts, new Uint32Array(2 * this.#starts.length))
    if (to > this.#text.length) this.#text = grown(this.#text, new Uint8Array(Math.max(2 * this.#text.length, to)))
    this.#text.set(bytes.subarray(start, end), from)
    this.#starts[number + 1] = to
    this.#slots[slot] = number + 1
    this.#count += 1
    if (2 * this.#count > this.#slots.length) this.#rehash()
    return number
  }

  #rehash(): void {
    this.#slots = new Uint32Array(2 * this.#slots.length)
    const mask = this.#slots.length - 1
    for (let number = 0; number < this.#count; number += 1) {
      let slot = hashBytes(this.#text, this.#starts[number] ?? 0, this.#starts[number + 1] ?? 0) & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = number + 1
    }
  }
}

/** Four bytes at a step, mixed as in MurmurHash3. */
function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start
  let index = start
  for (; index + 4 <= end; index += 4) {
    const word = (bytes[index] ?? 0) | ((bytes[index + 1] ?? 0) << 8) | ((bytes[index + 2] ?? 0) << 16) | ((bytes[index + 3] ?? 0) << 24)
    hash = Math.imul(hash ^ word, 0x85ebca6b)
    hash ^= hash >>> 15
  }
  for (; index < end; index += 1) hash = Math.imul(hash ^ (bytes[index] ?? 0), 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

function grown<Numbers extends Uint8Array | Uint32Array>(old: Numbers, wider: Numbers): Numbers {
  wider.set(old)
  return wider
}
