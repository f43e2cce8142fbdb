/** English that a sentence turns into when the numbers drawn do not suit the words around them. */

const BAD_READINGS = [
  // One of several: "1 steps". Verbs and singulars that end in s are let through.
  /(?<![\d.,×−-] ?)\b1 (?!do?es\b)[a-z]+(?<![suai])s\b/g,
  // The article goes by the sound of the number: an 8, an 11, an 18, an 80; a 1, a 110.
  /\ba (?:8\d*|11|18)(?!\d)/gi,
  /\ban (?!8|11(?!\d)|18(?!\d))\d+/gi,
  // A unit that the value brings along, said again.
  /%\s*(?:%|per ?cent\b)/g,
  /\$[\d.,]+(?: thousand| [mb]illion)? dollars/g,
  /\b(\d[\d.,]* )([a-z]+) \2\b/g,
]

/** The places that read badly in a text of HTML; empty when it reads well. */
export function findBadReading(html: string): string[] {
  const text = html.replace(/<[^>]*>/g, '')
  return BAD_READINGS.flatMap((pattern) => text.match(pattern) ?? [])
}
