/** Chance that can be replayed: the same text always draws the same numbers. */

/** A 32-bit hash (FNV-1a, then the finalizer of MurmurHash3 so that near texts land far apart); each salt, a whole number, gives another. */
export function hashText(text: string, salt = 0): number {
  let hash = 0x811c9dc5 ^ salt
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** A number in [0, 1) that depends on the text and the salt alone. */
export function drawFraction(text: string, salt = 0): number {
  return hashText(text, salt) / 0x1_0000_0000
}
