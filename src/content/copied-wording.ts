/** Finds runs of words or characters that are copied from a source text. Pure. */

/** Runs of this length are a copy: Han characters, or words of a script with spaces. */
export const COPIED_HAN = 12
export const COPIED_WORDS = 6

interface Token { readonly text: string; readonly index: number; readonly end: number }

/** Han characters without the marks between them. */
const hanTokens = (text: string): Token[] => [...text.matchAll(/\p{Script=Han}/gu)].map((match) => ({ text: match[0], index: match.index, end: match.index + match[0].length }))
const wordTokens = (text: string): Token[] => [...text.toLowerCase().matchAll(/[\p{Script=Latin}\p{Script=Cyrillic}][\p{Script=Latin}\p{Script=Cyrillic}\p{M}\p{N}'’-]*/gu)].map((match) => ({ text: match[0], index: match.index, end: match.index + match[0].length }))

export interface SourceRuns {
  readonly han: ReadonlySet<string>
  readonly words: ReadonlySet<string>
}

const runsOf = (tokens: readonly Token[], length: number, joiner: string): Set<string> => {
  const runs = new Set<string>()
  for (let start = 0; start + length <= tokens.length; start++) runs.add(tokens.slice(start, start + length).map((token) => token.text).join(joiner))
  return runs
}

/** Every run of a source long enough to be a copy. Runs do not cross paragraphs. */
export function sourceRuns(paragraphs: readonly string[]): SourceRuns {
  const han = new Set<string>()
  const words = new Set<string>()
  for (const paragraph of paragraphs) {
    for (const run of runsOf(hanTokens(paragraph), COPIED_HAN, '')) han.add(run)
    for (const run of runsOf(wordTokens(paragraph), COPIED_WORDS, ' ')) words.add(run)
  }
  return { han, words }
}

/** Copied stretches of `text`: their wording and where they begin. Overlapping runs are joined into one. */
export function findCopied(text: string, runs: SourceRuns): { index: number; copied: string }[] {
  return [...stretches(text, hanTokens(text), runs.han, COPIED_HAN, ''), ...stretches(text, wordTokens(text), runs.words, COPIED_WORDS, ' ')].sort((a, b) => a.index - b.index)
}

function stretches(text: string, tokens: readonly Token[], runs: ReadonlySet<string>, length: number, joiner: string): { index: number; copied: string }[] {
  const found: { index: number; end: number }[] = []
  for (let start = 0; start + length <= tokens.length; start++) {
    const window = tokens.slice(start, start + length)
    const [first] = window
    const last = window.at(-1)
    if (first === undefined || last === undefined || !runs.has(window.map((token) => token.text).join(joiner))) continue
    const before = found.at(-1)
    if (before !== undefined && first.index < before.end) before.end = last.end
    else found.push({ index: first.index, end: last.end })
  }
  return found.map(({ index, end }) => ({ index, copied: text.slice(index, end) }))
}
