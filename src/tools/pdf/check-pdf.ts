/** What a PDF must be before it is kept: tagged, titled, with embedded fonts, live links and text that can be read back. */
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFStream } from '@cantoo/pdf-lib'
import { readDestinations, textOf } from './destinations.ts'
import { dictionariesOf } from './element-ids.ts'
import { readInstructions, readMarks } from './mark-artifacts.ts'
import { readText } from './read-text.ts'
import { findStructureRoot, readNumberTree, readStructure, typeOf, type StructureElement } from './structure.ts'

/** What must come back from one page. */
export interface ExpectedPage {
  /** What a problem calls it, such as `slide 7`. */
  readonly name: string
  readonly text: string
  /** Texts that run over its edge. */
  readonly cutOff: readonly string[]
}

export interface PdfExpectations {
  /** Each page in turn. */
  readonly pages?: readonly ExpectedPage[]
  readonly pageCount?: number
  /** What must come back from the file as a whole, where its pages are not known beforehand. */
  readonly text?: string
}

const name = PDFName.of

/** Every way in which the file falls short, in words, none when it is good; and how many pages it has. */
export async function checkPdf(bytes: Uint8Array, expected: PdfExpectations): Promise<{ problems: string[], pageCount: number }> {
  const [texts, problems] = await Promise.all([readText(bytes), checkDocument(bytes)])
  const pageCount = expected.pages?.length ?? expected.pageCount
  if (pageCount !== undefined && texts.length !== pageCount) problems.push(`it has ${texts.length} pages where ${pageCount} were due`)
  expected.pages?.forEach((page, index) => problems.push(...unreadable(page, texts[index] ?? '')))
  if (expected.text !== undefined) problems.push(...unreadable({ name: 'the file', text: expected.text, cutOff: [] }, texts.join('\n')))
  return { problems, pageCount: texts.length }
}

async function checkDocument(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  return [...checkCatalog(document), ...checkPages(document), ...checkStructure(readStructure(document), readRoles(document)), ...checkFonts(document), ...checkLinks(document)]
}

/** Characters that are lost lie beyond the edge of the page, or no font of this machine draws them. */
function unreadable({ name: place, text, cutOff }: ExpectedPage, extracted: string): string[] {
  const missing = missingCharacters(text, extracted)
  if (missing.length === 0) return []
  const isCutOff = (character: string): boolean => cutOff.some((one) => fold(one).includes(character))
  const beyond = cutOff.filter((one) => missing.some((character) => fold(one).includes(character)))
  const undrawn = missing.filter((character) => !isCutOff(character))
  return [
    ...(beyond.length === 0 ? [] : [`${place}: the text runs over the edge and is cut off: ${beyond.map((one) => `“${one.slice(0, 60)}”`).join(', ')}`]),
    ...(undrawn.length === 0 ? [] : [`${place}: ${undrawn.map((character) => `${character} (U+${character.codePointAt(0)?.toString(16).padStart(4, '0')})`).join(', ')} cannot be read back; no font that ships or is installed here draws it`]),
  ]
}

function checkCatalog(document: PDFDocument): string[] {
  const { catalog } = document
  const problems: string[] = []
  const marking = catalog.lookupMaybe(name('MarkInfo'), PDFDict)
  if (String(marking?.get(name('Marked'))) !== 'true' || !catalog.has(name('StructTreeRoot'))) problems.push('it is not tagged')
  if (String(marking?.get(name('Suspects'))) === 'true') problems.push('its tags are marked as not to be trusted')
  if (textOf(catalog.lookup(name('Lang'))) === '') problems.push('it names no language')
  if ((document.getTitle() ?? '') === '') problems.push('it has no title')
  if (!catalog.has(name('Outlines'))) problems.push('it has no outline')
  if (String(catalog.lookupMaybe(name('ViewerPreferences'), PDFDict)?.get(name('DisplayDocTitle'))) !== 'true') problems.push('readers would show the file name instead of the title')
  if (!catalog.has(name('PageLabels'))) problems.push('its pages have no labels')
  if (!(catalog.lookup(name('Metadata')) instanceof PDFStream)) problems.push('it has no metadata in XML')
  if (dictionariesOf(document).some(([, dict]) => dict.get(name('S')) === name('JavaScript') || dict.has(name('JavaScript')))) problems.push('it runs JavaScript')
  return problems
}

function checkPages(document: PDFDocument): string[] {
  const owners = readNumberTree(findStructureRoot(document)?.lookupMaybe(name('ParentTree'), PDFDict))
  return document.getPages().flatMap((page, index) => {
    const { unmarked, mixed, contents } = readMarks(readInstructions(document, page))
    const key = page.node.get(name('StructParents'))
    const owned = document.context.lookup(key instanceof PDFNumber ? owners.get(key.asNumber()) : undefined)
    const orphans = contents.filter((number) => !(owned instanceof PDFArray && number < owned.size() && owned.lookup(number) instanceof PDFDict)).length
    return [
      ...(page.node.get(name('Tabs')) === name('S') ? [] : ['the tab key would not follow the structure']),
      ...(unmarked === 0 ? [] : [`${unmarked} drawn things are neither content nor artifact`]),
      ...(mixed === 0 ? [] : [`${mixed} drawn things are content and artifact at once`]),
      ...(orphans === 0 ? [] : [`${orphans} ${orphans === 1 ? 'piece of content stands' : 'pieces of content stand'} in no element`]),
    ].map((problem) => `page ${index + 1}: ${problem}`)
  })
}

/** The types of ISO 32000-1, 14.8.4. */
const standardTypes = new Set('Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Figure Formula Form'.split(' '))
const tableParts = ['Table', 'THead', 'TBody', 'TFoot']
/** What may stand right inside lists and tables, and where their parts may stand. */
const allowedInside: Readonly<Record<string, readonly string[]>> = { L: ['LI', 'L', 'Caption'], LI: ['Lbl', 'LBody'], Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'], TR: ['TH', 'TD'] }
const allowedParents: Readonly<Record<string, readonly string[]>> = { LI: ['L'], LBody: ['LI'], TR: tableParts, THead: ['Table'], TBody: ['Table'], TFoot: ['Table'], TH: ['TR'], TD: ['TR'] }

/** Which standard type each type of the file's own stands for. */
function readRoles(document: PDFDocument): Map<string, string> {
  const roles = findStructureRoot(document)?.lookupMaybe(name('RoleMap'), PDFDict)
  return new Map(roles?.entries().map(([type, role]) => [type.decodeText(), role instanceof PDFName ? role.decodeText() : '']))
}

/** Headings that skip no level, figures with a text in their place, tables with headers, lists and tables made as they should be. */
export function checkStructure(elements: readonly StructureElement[], roles: ReadonlyMap<string, string> = new Map()): string[] {
  const problems: string[] = []
  let level = 0
  for (const { type, alternative, parent, hasScope, inside } of elements) {
    const heading = Number(/^H([1-6])$/.exec(type)?.[1] ?? Number.NaN)
    if (heading > level + 1) problems.push(`a heading of level ${heading} follows one of level ${level}`)
    if (!Number.isNaN(heading)) level = heading
    if (!standardTypes.has(roles.get(type) ?? type)) problems.push(`the format knows no element ${type}`)
    if (allowedInside[parent]?.includes(type) === false || allowedParents[type]?.includes(parent) === false) problems.push(`${type} stands in ${parent}`)
    if (['Figure', 'Formula'].includes(type) && (alternative ?? '').trim() === '') problems.push(`a ${type.toLowerCase()} has no alternative text`)
    if (type === 'Table' && !inside.includes('TH')) problems.push('a table has no headers')
    if (type === 'TH' && !hasScope) problems.push('a table header does not say what it heads')
  }
  return [...new Set(problems)]
}

/** Every font must carry its program with it, and none may be of Type 3, whose characters many readers draw badly. */
function checkFonts(document: PDFDocument): string[] {
  const problems = new Set<string>()
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(name('Type')) !== name('Font')) continue
    const font = String(object.get(name('BaseFont')) ?? 'without a name').replace('/', '')
    const subtype = object.get(name('Subtype'))
    if (subtype === name('Type3')) problems.add(`the font ${font} is of Type 3`)
    else if (subtype === name('Type0')) {
      const characters = object.lookup(name('ToUnicode'))
      if (!(characters instanceof PDFRawStream)) problems.add(`the font ${font} does not say which characters it draws`)
      else if (findFalseCharacters(Buffer.from(decodePDFRawStream(characters).decode()).toString('latin1'))) problems.add(`the font ${font} gives a character a code that stands for none`)
    }
    else {
      const descriptor = object.lookupMaybe(name('FontDescriptor'), PDFDict)
      const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.lookup(name(key)) instanceof PDFStream)
      if (!embedded) problems.add(`the font ${font} is not embedded`)
      if (subtype === name('CIDFontType2') && !object.has(name('CIDToGIDMap'))) problems.add(`the font ${font} does not say how its characters are drawn`)
    }
  }
  return [...problems]
}

/** Whether a table of characters (ISO 32000-1, 9.10.3) maps one to zero or to a byte order mark, as PDF/UA-1, 7.21.7 forbids. */
export function findFalseCharacters(table: string): boolean {
  const single = [...table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)].flatMap(([, pairs = '']) => [...pairs.matchAll(/<[\da-f]+>\s*<([\da-f]+)>/gi)])
  const ranges = [...table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)].flatMap(([, rows = '']) => [...rows.matchAll(/<[\da-f]+>\s*<[\da-f]+>\s*<([\da-f]+)>/gi)])
  return [...single, ...ranges].some(([, code = '']) => /^(0000|feff|fffe)$/i.test(code))
}

function checkLinks(document: PDFDocument): string[] {
  const names = readDestinations(document)
  const owners = readNumberTree(findStructureRoot(document)?.lookupMaybe(name('ParentTree'), PDFDict))
  const pages = new Set(document.getPages().map((page) => page.ref.toString()))
  const problems: string[] = []
  document.getPages().forEach((page, index) => {
    const annotations = page.node.Annots()
    for (let at = 0; annotations !== undefined && at < annotations.size(); at++) {
      const annotation = annotations.lookup(at, PDFDict)
      const sort = annotation.get(name('Subtype'))
      if (sort !== name('Link')) { problems.push(`page ${index + 1}: a note of the sort ${sort instanceof PDFName ? sort.decodeText() : 'unknown'}, which no reader here would know`); continue }
      const key = annotation.get(name('StructParent'))
      const owner = document.context.lookup(key instanceof PDFNumber ? owners.get(key.asNumber()) : undefined)
      if (!(owner instanceof PDFDict) || typeOf(owner) !== 'Link') problems.push(`page ${index + 1}: a link does not stand in the structure`)
      if (textOf(annotation.lookup(name('Contents'))) === '') problems.push(`page ${index + 1}: a link does not say where it leads`)
      const action = annotation.lookupMaybe(name('A'), PDFDict)
      const address = textOf(action?.lookup(name('URI')))
      if (/^https?:\/\/(localhost|127\.)/.test(address)) problems.push(`page ${index + 1}: a link leads to this machine (${address})`)
      const destination = annotation.lookup(name('Dest')) ?? action?.lookup(name('D'))
      if (destination instanceof PDFArray) { const target = destination.get(0); if (target instanceof PDFRef && !pages.has(target.toString())) problems.push(`page ${index + 1}: a link leads to no page`) }
      else if (destination instanceof PDFName && !names.has(destination.decodeText())) problems.push(`page ${index + 1}: a link leads to ${destination.decodeText()}, which is not there`)
      else if (destination === undefined && address === '') problems.push(`page ${index + 1}: a link leads nowhere`)
    }
  })
  return problems
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
