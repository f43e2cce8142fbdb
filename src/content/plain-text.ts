/** What a reader sees of a Markdown text, as plain words: for measuring, comparing and looking for numbers. */

const TEX_WORDS: Readonly<Record<string, string>> = { times: '×', cdot: '·', approx: '~', le: '<=', ge: '>=', pm: '±' }

/** TeX as plain text: macros by their sign or dropped, braces gone. */
const plainTex = (tex: string): string =>
  tex.replace(/\\(text|mathrm|mathit|operatorname)\{([^{}]*)\}/g, '$2').replace(/\{,\}/g, ',').replace(/\\%/g, '%')
    .replace(/\\frac\{([^{}]*)\}\{([^{}]*)\}/g, '$1/$2').replace(/\\([a-zA-Z]+)/g, (_, name: string) => TEX_WORDS[name] ?? ' ').replace(/[{}\\]/g, '')

/** TeX between dollar signs, told from prices as Markdown rendering does: no space inside the signs, no digit behind them. */
const TEX = /\$(?!\s)((?:\\.|[^$\\])+?)(?<!\s)\$(?!\d)/g

/** The TeX formulas of a text, without their dollar signs. */
export const texOf = (markdown: string): string[] => [...markdown.matchAll(TEX)].map((match) => match[1] ?? '')

/** The text without Markdown's marks; TeX between dollar signs becomes the nearest plain characters. */
export function plainText(markdown: string): string {
  return markdown
    .replace(TEX, (_, tex: string) => plainTex(tex))
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*{1,3}|(?<![\w_])_{1,2}(?!_))(\S(?:.*?\S)?)\1/g, '$2')
    .replace(/`([^`]*)`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!$~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Lower-case words and numbers of a text; Han characters count one by one. */
export const words = (text: string): string[] => text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) ?? []

const FUNCTION_WORDS = new Set(('a an and are as at be been but by can could did do does for from had has have he her his how i if in into is it its may more most much no nor not of on or '
  + 'our out over she should so some such than that the their them then there these they this those to too under up was we were what when where which while who whom whose why will with would you your '
  + 'according article author because claim say says said think thinks about between according').split(' '))

/** The words that carry meaning, in a rough base form (plural and past endings cut), for overlap. */
export const contentWords = (text: string): string[] =>
  words(text).filter((word) => !FUNCTION_WORDS.has(word) && (word.length > 2 || /[\d\p{Script=Han}]/u.test(word))).map(stem)

const stem = (word: string): string => (word.length > 4 ? word.replace(/(ies|ing|ed|es|s|ly)$/, '') : word)
