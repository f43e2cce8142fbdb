/** Puts sentences one after the other as their own writing wants it: Chinese marks bring their space along, Latin ones need one. */

const closing = /[。！？；：，、）」』》]$/

/** What stands between this text and the next: nothing after a full-width mark, otherwise a space. */
export const gapAfter = (text: string): '' | ' ' => (closing.test(text) ? '' : ' ')

/** The sentences as one text; those that are empty or left out are skipped. */
export function joinSentences(...sentences: readonly (string | false | undefined)[]): string {
  return sentences.filter((sentence) => sentence !== undefined && sentence !== false && sentence !== '').reduce<string>((said, next) => (said === '' ? `${next}` : `${said}${gapAfter(said)}${next}`), '')
}
