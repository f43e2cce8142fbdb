/** What a PDF must be before it is kept: tagged, titled, with embedded fonts, live links and text that can be read back. */
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef, PDFStream } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { readDestinations, textOf } from './destinations.ts'
import { readStructure, type StructureElement } from './structure.ts'

export interface PdfExpectations {
  /** Per page, the text that must come back from it. Undefined for a page whose text is not compared. */
  readonly pageTexts?: readonly (string | undefined)[]
  readonly pageCount?: number
  /** What must come back from the file as a whole, where its pages are not known beforehand. */
  readonly text?: string
}

/** Every way in which the file falls short, in words, none when it is good; and how many pages it has. */
export async function checkPdf(bytes: Uint8Array, expected: PdfExpectations): Promise<{ problems: string[], pageCount: number }> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const problems = [...checkCatalog(document), ...checkPages(document), ...checkStructure(readStructure(document)), ...checkFonts(document), ...checkLinks(document)]
  const pages = await extractText(bytes)
  if (expected.pageCount !== undefined && pages.length !== expected.pageCount) problems.push(`it has ${pages.length} pages where ${expected.pageCount} were due`)
  expected.pageTexts?.forEach((text, index) => {
    if (text !== undefined) problems.push(...unreadable(text, pages[index] ?? '', `page ${index + 1}: `))
  })
  if (expected.text !== undefined) problems.push(...unreadable(expected.text, pages.join('\n'), ''))
  return { problems, pageCount: pages.length }
}

function unreadable(shown: string, extracted: string, place: string): string[] {
  const missing = missingCharacters(shown, extracted)
  return missing.length === 0 ? [] : [`${place}${missing.map((character) => `${character} (U+${character.codePointAt(0)?.toString(16).padStart(4, '0')})`).join(', ')} cannot be read back; the text may run over the edge, or no font here may have it`]
}

function checkCatalog(document: PDFDocument): string[] {
  const { catalog } = document
  const problems: string[] = []
  const marked = catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)?.get(PDFName.of('Marked'))
  if (String(marked) !== 'true' || !catalog.has(PDFName.of('StructTreeRoot'))) problems.push('it is not tagged')
  if (textOf(catalog.lookup(PDFName.of('Lang'))) === '') problems.push('it names no language')
  if ((document.getTitle() ?? '') === '') problems.push('it has no title')
  if (!catalog.has(PDFName.of('Outlines'))) problems.push('it has no outline')
  if (String(catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict)?.get(PDFName.of('DisplayDocTitle'))) !== 'true') problems.push('readers would show the file name instead of the title')
  if (!catalog.has(PDFName.of('PageLabels'))) problems.push('its pages have no labels')
  if (catalog.has(PDFName.of('OpenAction')) && /JavaScript/.test(String(catalog.lookup(PDFName.of('OpenAction'))))) problems.push('it runs JavaScript')
  return problems
}

function checkPages(document: PDFDocument): string[] {
  return document.getPages().flatMap(({ node }, index) => (node.get(PDFName.of('Tabs')) === PDFName.of('S') ? [] : [`page ${index + 1}: the tab key would not follow the structure`]))
}

/** Headings that skip no level, figures with a text in their place, tables with headers. */
export function checkStructure(elements: readonly StructureElement[]): string[] {
  const problems: string[] = []
  let level = 0
  for (const { type, alternative, inside } of elements) {
    const heading = Number(/^H([1-6])$/.exec(type)?.[1] ?? Number.NaN)
    if (heading > level + 1) problems.push(`a heading of level ${heading} follows one of level ${level}`)
    if (!Number.isNaN(heading)) level = heading
    if (type === 'Figure' && (alternative ?? '').trim() === '') problems.push('a figure has no alternative text')
    if (type === 'Table' && !inside.includes('TH')) problems.push('a table has no headers')
  }
  return [...new Set(problems)]
}

/** Every font must carry its program with it, and none may be of Type 3, whose characters many readers draw badly. */
function checkFonts(document: PDFDocument): string[] {
  const problems = new Set<string>()
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) continue
    const name = String(object.get(PDFName.of('BaseFont')) ?? 'without a name').replace('/', '')
    const subtype = object.get(PDFName.of('Subtype'))
    if (subtype === PDFName.of('Type3')) problems.add(`the font ${name} is of Type 3`)
    else if (subtype !== PDFName.of('Type0')) {
      const descriptor = object.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
      const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.lookup(PDFName.of(key)) instanceof PDFStream)
      if (!embedded) problems.add(`the font ${name} is not embedded`)
    }
  }
  return [...problems]
}

function checkLinks(document: PDFDocument): string[] {
  const names = readDestinations(document)
  const pages = new Set(document.getPages().map((page) => page.ref.toString()))
  const problems: string[] = []
  document.getPages().forEach((page, index) => {
    const annotations = page.node.Annots()
    for (let at = 0; annotations !== undefined && at < annotations.size(); at++) {
      const annotation = annotations.lookup(at, PDFDict)
      if (annotation.get(PDFName.of('Subtype')) !== PDFName.of('Link')) continue
      const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict)
      const address = textOf(action?.lookup(PDFName.of('URI')))
      if (/^https?:\/\/(localhost|127\.)/.test(address)) problems.push(`page ${index + 1}: a link leads to this machine (${address})`)
      const destination = annotation.lookup(PDFName.of('Dest')) ?? action?.lookup(PDFName.of('D'))
      if (destination instanceof PDFArray) { const target = destination.get(0); if (target instanceof PDFRef && !pages.has(target.toString())) problems.push(`page ${index + 1}: a link leads to no page`) }
      else if (destination instanceof PDFName && !names.has(destination.decodeText())) problems.push(`page ${index + 1}: a link leads to ${destination.decodeText()}, which is not there`)
      else if (destination === undefined && address === '') problems.push(`page ${index + 1}: a link leads nowhere`)
    }
  })
  return problems
}

/** The text of each page in reading order. */
export async function extractText(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise
  try {
    const pages: string[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const content = await (await document.getPage(number)).getTextContent()
      pages.push(content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''))
    }
    return pages
  }
  finally { await document.loadingTask.destroy() }
}

/** Characters that the slide shows more often than the page gives back. Spacing, and the case that CSS changes, do not count. */
export function missingCharacters(shown: string, extracted: string): string[] {
  const counts = new Map<string, number>()
  for (const character of fold(extracted)) counts.set(character, (counts.get(character) ?? 0) + 1)
  const missing = new Set<string>()
  for (const character of fold(shown)) {
    const left = (counts.get(character) ?? 0) - 1
    counts.set(character, left)
    if (left < 0) missing.add(character)
  }
  return [...missing]
}

/** Source Serif draws the two apostrophes with one glyph, so a reader may get either back. */
function fold(text: string): string {
  return text.normalize('NFKC').replaceAll('\u02bc', '\u2019').replace(/[\s\u200b\u200c\u200d\u2060\ufeff\u00ad-]/gu, '').toLowerCase()
}
