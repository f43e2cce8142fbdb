const GAP = '___'
const TAG = /<(\/?)([a-z][a-z0-9]*)\b[^>]*?(\/?)>/gi

/**
 * The HTML on both sides of the blank. Elements open at the blank (emphasis, say) are closed before it and opened again
 * after it; paragraphs become line breaks, since both sides are shown within one line of text.
 * Without a blank, which the check reports, everything stands before it.
 */
export function splitAtGap(stem: string): { before: string; after: string } {
  const inline = stem.trim().replace(/^<p>|<\/p>$/g, '').replace(/<\/p>\s*<p>/g, '<br>')
  const place = inline.indexOf(GAP)
  if (place < 0) return { before: inline, after: '' }
  const before = inline.slice(0, place)
  const open: { name: string; tag: string }[] = []
  for (const [tag, closing, name = '', empty] of before.matchAll(TAG)) {
    if (closing === '/') open.splice(open.findLastIndex((one) => one.name === name), 1)
    else if (empty !== '/' && name !== 'br') open.push({ name, tag })
  }
  return {
    before: before + open.toReversed().map(({ name }) => `</${name}>`).join(''),
    after: open.map(({ tag }) => tag).join('') + inline.slice(place + GAP.length),
  }
}
