/** Checks on the letters themselves, line by line over the files as written. Pure. */
import type { Problem } from './problem.ts'

/** A word with letters of two scripts: a Cyrillic “а” among Latin letters looks right and is found by no search. */
const WORD = /[\p{L}\p{M}]+/gu
const SCRIPTS = [['Latin', /\p{Script=Latin}/u], ['Cyrillic', /\p{Script=Cyrillic}/u], ['Greek', /\p{Script=Greek}/u]] as const

export function checkLookAlikes(file: string, text: string): Problem[] {
  return text.split('\n').flatMap((line, index) => [...line.matchAll(WORD)].flatMap(([word]): Problem[] => {
    const scripts = SCRIPTS.filter(([, letter]) => letter.test(word))
    if (scripts.length < 2) return []
    const counts = scripts.map(([name, letter]) => ({ name, letters: [...word].filter((character) => letter.test(character)) })).sort((a, b) => a.letters.length - b.letters.length)
    const odd = counts[0]
    return [{ file, line: index + 1, severity: 'error', rule: 'look-alike', message: `“${word}” mixes ${scripts.map(([name]) => name).join(' and ')} letters`, hint: `type ${odd?.letters.map((letter) => `${letter} (${codePoint(letter)})`).join(', ') ?? 'them'} again in the other script` }]
  }))
}

/** Characters that no shipped font draws: they would vanish from the PDF without a word. */
export function checkGlyphs(file: string, text: string, drawn: ReadonlySet<number>): Problem[] {
  return text.split('\n').flatMap((line, index) => {
    const missing = new Set([...line].filter((character) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) && !drawn.has(character.codePointAt(0) ?? 0)))
    return [...missing].map((character): Problem => ({
      file, line: index + 1, severity: 'error', rule: 'missing-glyph', message: `no shipped font draws ${character} (${codePoint(character)})`, hint: HINTS.get(character) ?? 'write it in words, draw it as SVG, or set it with TeX',
    }))
  })
}

const codePoint = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

const HINTS = new Map<string, string>([
  ...[...'→←⇒'].map((arrow) => [arrow, 'draw arrows as SVG, or say “to”'] as const),
  ...[...'≈≤≥≠∞√∑'].map((sign) => [sign, 'set it with TeX between dollar signs'] as const),
  ...[...'✓✕✔✗'].map((tick) => [tick, 'draw ticks and crosses as SVG'] as const),
  ...[...'⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉'].map((digit) => [digit, 'use <sup> or TeX'] as const),
])
