/** What a PDF must be before it is kept: tagged, titled, with embedded fonts, live links and text that can be read back. */
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFStream, PDFString, type PDFObject } from 'pdf-lib'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface PdfExpectations {
  /** Per page, the text that must come back from it. Undefined for a page whose text is not compared. */
  readonly pageTexts?: readonly (string | undefined)[]
  readonly pageCount?: number
}

/** Every way in which the file falls short, in words; none when it is good. */
export async function checkPdf(bytes: Uint8Array, expected: PdfExpectations): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const problems = [...checkStructure(document), ...checkFonts(document), ...checkLinks(document)]
  const pages = await extractText(bytes)
  if (expected.pageCount !== undefined && pages.length !== expected.pageCount) problems.push(`it has ${pages.length} pages for ${expected.pageCount} slides`)
  expected.pageTexts?.forEach((text, index) => {
    const missing = text === undefined ? [] : missingCharacters(text, pages[index] ?? '')
    if (missing.length > 0) problems.push(`page ${index + 1}: ${missing.map((character) => `${character} (U+${character.codePointAt(0)?.toString(16).padStart(4, '0')})`).join(', ')} cannot be read back; no font here may have it`)
  })
  return problems
}

function checkStructure(document: PDFDocument): string[] {
  const { catalog } = document
  const problems: string[] = []
  const marked = catalog.lookupMaybe(PDFName.of('MarkInfo'), PDFDict)?.get(PDFName.of('Marked'))
  if (String(marked) !== 'true' || !catalog.has(PDFName.of('StructTreeRoot'))) problems.push('it is not tagged')
  if (textOf(catalog.lookup(PDFName.of('Lang'))) === '') problems.push('it names no language')
  if ((document.getTitle() ?? '') === '') problems.push('it has no title')
  if (!catalog.has(PDFName.of('Outlines'))) problems.push('it has no outline')
  if (String(catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict)?.get(PDFName.of('DisplayDocTitle'))) !== 'true') problems.push('readers would show the file name instead of the title')
  if (catalog.has(PDFName.of('OpenAction')) && /JavaScript/.test(String(catalog.lookup(PDFName.of('OpenAction'))))) problems.push('it runs JavaScript')
  return problems
}

function textOf(object: PDFObject | undefined): string {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : ''
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

/** Names that a link may lead to: the document's named destinations. */
function destinationNames(document: PDFDocument): Set<string> {
  const names = new Set<string>(document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)?.keys().map((key) => key.decodeText()))
  const visit = (node: PDFDict | undefined): void => {
    if (node === undefined) return
    const list = node.lookupMaybe(PDFName.of('Names'), PDFArray)
    for (let index = 0; list !== undefined && index < list.size(); index += 2) names.add(textOf(list.lookup(index)))
    const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray)
    for (let index = 0; kids !== undefined && index < kids.size(); index++) visit(kids.lookup(index, PDFDict))
  }
  visit(document.catalog.lookupMaybe(PDFName.of('Names'), PDFDict)?.lookupMaybe(PDFName.of('Dests'), PDFDict))
  return names
}

function checkLinks(document: PDFDocument): string[] {
  const names = destinationNames(document)
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

function fold(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b\u200c\u200d\u2060\ufeff\u00ad-]/gu, '').toLowerCase()
}
