/** The metadata as XMP (ISO 16684-1), which PDF/UA asks for beside the older form. It does not claim conformance: that takes a person's eyes too. */
import { escapeHtml } from '../../questions/escape-html.ts'
import type { PdfDescription } from './finish-pdf.ts'

export function metadataXml({ title, author, subject, keywords, language, date }: PdfDescription): string {
  const inLanguage = (text: string): string => `<rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(text)}</rdf:li></rdf:Alt>`
  const day = `${date.toISOString().slice(0, 19)}Z`
  // The packet's fixed identifier is the standard's own; non-ASCII characters are written as references, so the bytes hold in any encoding.
  const xml = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title>${inLanguage(title)}</dc:title><dc:creator><rdf:Seq><rdf:li>${escapeHtml(author)}</rdf:li></rdf:Seq></dc:creator><dc:description>${inLanguage(subject)}</dc:description>
<dc:subject><rdf:Bag>${keywords.map((word) => `<rdf:li>${escapeHtml(word)}</rdf:li>`).join('')}</rdf:Bag></dc:subject><dc:language><rdf:Bag><rdf:li>${escapeHtml(language)}</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>${escapeHtml(keywords.join(' '))}</pdf:Keywords><pdf:Producer>Lectern</pdf:Producer><xmp:CreatorTool>Lectern</xmp:CreatorTool><xmp:CreateDate>${day}</xmp:CreateDate><xmp:ModifyDate>${day}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
  return xml.replace(/[\u0080-\u{10ffff}]/gu, (character) => `&#${character.codePointAt(0)};`)
}
