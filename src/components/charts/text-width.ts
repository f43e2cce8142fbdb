/** How wide a text will be, estimated per character, so that labels can be placed without a page to measure in. */

const narrow = /[iljtfr.,:;'’|!()[\] ·−-]/
const wide = /[mwMW%@×+]/
const han = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u

/** Ems for one character of Source Sans at weight 600, rounded up; a Chinese character is one em. */
function characterEms(character: string): number {
  if (han.test(character)) return 1
  if (narrow.test(character)) return 0.36
  if (wide.test(character)) return 0.86
  return /[A-Z]/.test(character) ? 0.64 : 0.54
}

/** Width in pixels at this font size; never less than what a browser draws with the fonts we ship. */
export const textWidth = (text: string, fontSize: number): number => {
  let ems = 0
  for (const character of text) ems += characterEms(character)
  return ems * fontSize
}

/** Breaks a text at spaces so that no line is wider than allowed, unless one word alone is. */
export function wrapText(text: string, fontSize: number, maxWidth: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && textWidth(`${last} ${word}`, fontSize) <= maxWidth) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
