/** Numbers in English text: what they are worth, and which tokens are names rather than numbers. Pure. */

export interface NumberInText {
  /** As it stands, with its sign of per cent or its scale word. */
  readonly text: string
  /** Its worth; a percentage as a share (59.9% is 0.599). */
  readonly value: number
  readonly isPercentage: boolean
  readonly index: number
}

const SCALES: Readonly<Record<string, number>> = { hundred: 1e2, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, k: 1e3, m: 1e6, bn: 1e9, b: 1e9, t: 1e12 }

// Names that carry digits: GPT-4, GPT 4o, o1, Claude 3.5 Sonnet, ARC-AGI-1, H100, AIME 2024, level 3, paragraph 12.
const NAMES = new RegExp([
  String.raw`\b(?:GPT|ChatGPT|Claude|Gemini|Llama|LLaMA|Qwen|DeepSeek|Grok|Phi|Sora|PaLM|Chinchilla|Gemma|Mistral|Orion|Opus|Sonnet|Codex|Coq|Lean|DALL[-·]E|Dota|AIME|IOI|Level|level|step|Step|stage|Stage|phase|Phase|type|Type|paragraphs?|section|Section|chapter|figure|table|appendix|Volume|volume|version|Web|Common Crawl|System)[\s-]?\d+(?:\.\d+)*[a-z]*(?:\s?(?:and|to|or|–|-)\s?\d+(?:\.\d+)*)?`,
  // Letters glued to digits, before or behind: o1, 4o, H100, R1-Zero, ARC-AGI-1, pass@1, cons@64, 2048-game would be a name too.
  String.raw`(?<!\p{N})[\p{L}@][\p{L}\p{N}@.]*-?(?:[\p{L}]+-)*\d+(?:\.\d+)*[\p{L}]*(?:-\p{L}[\p{L}\p{N}]*)*`,
  String.raw`\d+o\b`, String.raw`\b\d[A-Z]{1,2}\b(?!\w)`,
  String.raw`\barXiv:?\s?\d{4}\.\d{4,5}(?:v\d+)?`, String.raw`\b10\.\d{4,}/\S+`,
  String.raw`¶\s?\d+(?:[–,-]\s?\d+)*`, String.raw`\bGB\s?\d+`,
  // Ordinals and decades are words.
  String.raw`\b\d+(?:st|nd|rd|th)\b`, String.raw`\b\d{4}s\b`,
].join('|'), 'gu')

// An exponent of a symbol (n^2) says how, not how many.
const NUMBER = /(?<![\p{L}\p{N}_.^])[−-]?(\d{1,3}(?:[,  ]\d{3})+|\d+)(\.\d+)?(?:e([+-]?\d+))?(?:\s?(?:×|\*|x)\s?10\^?(?:<sup>)?([−-]?\d+))?(\^[−-]?\d+(?:\.\d+)?)?(?:\s?(%|per ?cent\b|hundred\b|thousand\b|million\b|billion\b|trillion\b|bn\b|[kKMBT]\b))?/gu

/** Every number of the text that is not part of a name; powers such as 10^5 are one number. */
export function numbersIn(text: string): NumberInText[] {
  // Names are blanked, not cut, so that positions stay.
  const anonymous = text.replace(NAMES, (name) => (/^\d+[kKMBT]$/.test(name) ? name : ' '.repeat(name.length)))
  return [...anonymous.matchAll(NUMBER)].map((match) => {
    const [whole, integer = '', fraction = '', exponent, tenPower, power, suffix] = match
    const sign = /^[−-]/.test(whole) && !/\d\s?$/.test(anonymous.slice(0, match.index)) ? -1 : 1
    const base = Number(integer.replace(/[,  ]/g, '') + fraction) * sign
    const scaled = base * 10 ** Number((exponent ?? tenPower ?? '0').replace('−', '-'))
    const raised = power === undefined ? scaled : scaled ** Number(power.slice(1).replace('−', '-'))
    const isPercentage = suffix === '%' || /^per ?cent$/.test(suffix ?? '')
    const scale = isPercentage ? 0.01 : SCALES[suffix?.toLowerCase() ?? ''] ?? 1
    return { text: whole.trim(), value: raised * scale, isPercentage, index: match.index }
  })
}

/** Equal but for the last bits of floating point. */
export const sameNumber = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b))

/** Equal as shown: a shown 59.9% stands for any share that rounds to it. */
export function matchesShown(shown: NumberInText, value: number): boolean {
  if (sameNumber(shown.value, value)) return true
  const decimals = /\.(\d+)/.exec(shown.text)?.[1]?.length ?? 0
  const mantissa = Number(/\d[\d,]*(?:\.\d+)?/.exec(shown.text)?.[0]?.replaceAll(',', '') ?? '0')
  const unit = mantissa === 0 ? 1 : Math.abs(shown.value) / mantissa
  return Math.abs(shown.value - value) <= 0.5 * 10 ** -decimals * unit * (1 + 1e-9) && decimals + Math.log10(Math.max(mantissa, 1)) >= 1
}
