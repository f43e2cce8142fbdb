/** Typing slips: how many are forgiven, and which differences are none. */

/** How many slips a term of this length is forgiven: short ones differ too little from each other. */
export function typoBudget(length: number): number {
  if (length < 5) return 0
  if (length < 9) return 1
  return length < 15 ? 2 : 3
}

/**
 * Insertions, deletions, substitutions and swaps of neighbours that turn one text into the other, counted up to `limit`;
 * anything beyond gives `limit + 1`. Optimal string alignment: https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
 */
export function editDistance(one: string, other: string, limit: number): number {
  const [from, to] = [[...one], [...other]]
  if (Math.abs(from.length - to.length) > limit) return limit + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const substituted = at(last, column - 1) + (from[row - 1] === to[column - 1] ? 0 : 1)
      const isSwap = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current.push(Math.min(substituted, at(last, column) + 1, at(current, column - 1) + 1, isSwap ? at(beforeLast, column - 2) + 1 : Infinity))
    }
    if (Math.min(...current) > limit) return limit + 1
    beforeLast = last
    last = current
  }
  return Math.min(at(last, to.length), limit + 1)
}

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity

const OPPOSITES = /^(?:un|in|im|ir|il|non|dis|anti|under|over|pre|post|mis|sub|super|inter|intra|micro|macro|не|без|анти)$/

/** The slips between two folded texts, or undefined where the difference means something: digits, Han, the beginning of a word. */
export function findTypo(typed: string, listed: string): number | undefined {
  const budget = typoBudget(Math.min(typed.length, listed.length))
  if (budget === 0 || digitsOf(typed) !== digitsOf(listed) || /\p{Script=Han}/u.test(typed + listed)) return undefined
  const [typedWords, listedWords] = [typed.split(' '), listed.split(' ')]
  const aligned = typedWords.length === listedWords.length
  if (aligned && typedWords.some((word, index) => !isSlip(word, listedWords[index] ?? ''))) return undefined
  if (!aligned && typedWords.join('') !== listedWords.join('')) return undefined
  const distance = editDistance(typed, listed, budget)
  return distance <= budget ? distance : undefined
}

const digitsOf = (text: string): string => text.replace(/[^\p{N}+#%]/gu, '')

/** The first letter is hardly ever mistyped but by a swap, and often turns the sense: deductive and inductive, sparse and parse. */
function isSlip(typed: string, listed: string): boolean {
  const [short = '', long = ''] = [typed, listed].sort((one, other) => one.length - other.length)
  if (long.endsWith(short) && OPPOSITES.test(long.slice(0, long.length - short.length))) return false
  if (typed[0] !== listed[0] && !(typed[0] === listed[1] && typed[1] === listed[0])) return false
  const budget = typoBudget(short.length)
  return editDistance(typed, listed, budget) <= budget
}
