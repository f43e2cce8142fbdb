/** Words of a text in any of the library's languages; Chinese has no spaces, so the browser's own segmenter finds them. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
const han = /\p{Script=Han}/u

/** Words in lower case and without accents; Chinese words also give their single characters, for words cut otherwise. */
export function tokenise(text: string): string[] {
  const words: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(text.normalize('NFKC'))) {
    if (!isWordLike) continue
    const word = segment.toLowerCase().normalize('NFD').replaceAll(/[\u0300-\u0305\u0307-\u036f]/g, '').normalize('NFC')
    words.push(word)
    if (han.test(word) && word.length > 1) words.push(...word)
  }
  return words
}
