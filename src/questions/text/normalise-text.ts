/** Typed words made comparable: what a person would not notice is taken away. */

/** Nobody types a longer term; it also bounds the work. */
const MAX_LENGTH = 300
const ARTICLES = /(?<![\p{L}\p{N}])(?:a|an|the)(?![\p{L}\p{N}])/gu
const HAN_GAP = /(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu

/**
 * NFKC (full-width as half-width), lower case, no accents on Latin letters, е for ё, no punctuation but + # %, single spaces,
 * none beside Han, no English articles. May be empty.
 */
export function normaliseText(text: string): string {
  const words = text.slice(0, MAX_LENGTH).normalize('NFKC').toLowerCase()
    .replace(/[\p{Cf}\p{Cc}\p{Cs}]/gu, ' ')
    .normalize('NFD').replace(/(?<=\p{Script=Latin})\p{M}+/gu, '').normalize('NFC')
    .replaceAll('ё', 'е')
    .replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}+#%]+/gu, ' ')
  const bare = words.replace(ARTICLES, ' ').replace(/ +/g, ' ').trim()
  // An answer may be the article itself, such as the letter A.
  return (bare === '' ? words.replace(/ +/g, ' ').trim() : bare).replace(HAN_GAP, '')
}

/** Words that may surround a term without changing it: "it is tree search". */
const FILLERS = new Set(['it', 'is', 'its', 'was', 'are', 'were', 'be', 'this', 'that', 'they', 'of', 'by', 'to', 'in', 'on', 'called', 'his', 'her', 'their', 'это'])

/** Plural and British or American spelling taken away too, word by word, and fillers left out. Takes normalised text. */
export function foldText(normalised: string): string {
  const words = normalised.split(' ').map(foldWord)
  const telling = words.filter((word) => !FILLERS.has(word))
  return (telling.length === 0 ? words : telling).join(' ')
}

function foldWord(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word
  return singular(word)
    .replace(/is(e|ed|ing|er|ation)$/, 'iz$1')
    .replace(/(?<=[a-z]{3})our$/, 'or')
    .replace(/(?<=[a-z]{3})tre$/, 'ter')
    .replace(/ll(ed|ing|er)$/, 'l$1')
}

function singular(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word
  if (/(?:sses|xes|zes|ches|shes)$/.test(word)) return word.slice(0, -2)
  return word.replace(/(?<=[a-z]{2})ies$/, 'y').replace(/s$/, '')
}
