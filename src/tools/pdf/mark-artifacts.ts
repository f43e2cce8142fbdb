/**
 * Marks as artifacts what stands on a page and says nothing: backgrounds, rules, running feet. The browser's printer leaves some of
 * it unmarked and tags the rest as content; PDF/UA wants every drawn thing to be either content or artifact (ISO 14289-1, 7.1).
 */
import { deflateSync, inflateSync } from 'node:zlib'
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFNull, PDFRawStream, PDFRef, type PDFDocument, type PDFObject, type PDFPage } from '@cantoo/pdf-lib'
import { findStructureRoot, kidsOf, readNumberTree, setKids, typeOf, walkStructure } from './structure.ts'

const name = PDFName.of
const OPEN = '/Artifact BMC'
const CLOSE = 'EMC'
const PAINTS_PATH = /(?:^|\s)(?:f\*?|F|S|s|B\*?|b\*?)$/
const ENDS_PATH = /(?:^|\s)(?:f\*?|F|S|s|B\*?|b\*?|n)$/
const BEGINS_PATH = /\s(?:re|m)$/
const SHOWS = /(?:^|\s)(?:Tj|TJ|Do|sh)$/
const OPENS_MARK = /(?:BDC|BMC)$/
const MARKED_CONTENT = /^\/NonStruct\s*<<\s*\/MCID (\d+)\s*>>\s*BDC$/

/** The instructions that draw a page, one a line as the browser's printer writes them. */
export function readInstructions(document: PDFDocument, page: PDFPage): string[] {
  const contents = page.node.Contents()
  const streams = contents instanceof PDFArray ? contents.asArray().map((ref) => document.context.lookup(ref)) : [contents]
  return streams.flatMap((stream) => {
    if (!(stream instanceof PDFRawStream)) return []
    const bytes = stream.dict.get(name('Filter')) === name('FlateDecode') ? inflateSync(stream.contents) : stream.contents
    return Buffer.from(bytes).toString('latin1').split('\n')
  })
}

/** How a page is marked. */
export interface PageMarks {
  /** How many instructions draw something outside of all marks. */
  readonly unmarked: number
  /** How many marks stand inside one of the other sort: an artifact in content, or content in an artifact. */
  readonly mixed: number
  /** The numbers of all tagged content. */
  readonly contents: readonly number[]
}

export function readMarks(instructions: readonly string[]): PageMarks {
  const open: ('artifact' | 'content' | 'other')[] = []
  const contents: number[] = []
  let unmarked = 0
  let mixed = 0
  for (const line of instructions) {
    if (OPENS_MARK.test(line)) {
      const number = /\/MCID (\d+)/.exec(line)?.[1]
      const sort = number !== undefined ? 'content' : line.startsWith('/Artifact') ? 'artifact' : 'other'
      if ((sort === 'artifact' && open.includes('content')) || (sort === 'content' && open.includes('artifact'))) mixed++
      if (number !== undefined) contents.push(Number(number))
      open.push(sort)
    }
    else if (line === CLOSE) open.pop()
    else if (!open.includes('artifact') && !open.includes('content') && (PAINTS_PATH.test(line) || SHOWS.test(line))) unmarked++
  }
  return { unmarked, mixed, contents }
}

/** The instructions with every drawn thing marked. `isDecoration` tells of a piece of tagged content that draws without text whether it may become an artifact. */
export function markInstructions(instructions: readonly string[], isDecoration: (content: number) => boolean): { marked: string[], decorations: Set<number> } {
  const marked: string[] = []
  const decorations = new Set<number>()
  let depth = 0
  for (let index = 0; index < instructions.length; index++) {
    const line = instructions[index] ?? ''
    const end = depth > 0 ? index : lastOf(instructions, index)
    if (end > index || (depth === 0 && SHOWS.test(line))) {
      const piece = instructions.slice(index, end + 1)
      const draws = piece.some((one) => PAINTS_PATH.test(one) || SHOWS.test(one)) && !piece.some((one) => one.includes('/MCID'))
      marked.push(...(draws ? [OPEN, ...piece, CLOSE] : piece))
      index = end
      continue
    }
    const content = Number(MARKED_CONTENT.exec(line)?.[1] ?? Number.NaN)
    if (!Number.isNaN(content) && !showsText(instructions, index) && isDecoration(content)) {
      decorations.add(content)
      marked.push(OPEN)
    }
    else marked.push(line)
    if (OPENS_MARK.test(line)) depth++
    else if (line === CLOSE) depth--
  }
  return { marked, decorations }
}

/** Where the path or the text object that begins here ends; the same place when none begins. */
function lastOf(instructions: readonly string[], start: number): number {
  const line = instructions[start] ?? ''
  const ends = line === 'BT' ? /^ET$/ : BEGINS_PATH.test(line) ? ENDS_PATH : undefined
  if (ends === undefined) return start
  const end = instructions.findIndex((one, index) => index > start && ends.test(one))
  return end === -1 ? start : end
}

function showsText(instructions: readonly string[], start: number): boolean {
  for (let index = start + 1, depth = 1; index < instructions.length && depth > 0; index++) {
    const line = instructions[index] ?? ''
    if (OPENS_MARK.test(line)) depth++
    else if (line === CLOSE) depth--
    else if (SHOWS.test(line)) return true
  }
  return false
}

/** Marks the artifacts of every page, and takes what became one out of the structure tree. */
export function markArtifacts(document: PDFDocument): void {
  const root = findStructureRoot(document)
  const tree = root?.lookupMaybe(name('ParentTree'), PDFDict)
  if (tree === undefined) return
  const parents = readNumberTree(tree)
  const inFigures = new Set<PDFDict>()
  walkStructure(document, (element, _, ancestors) => { if (ancestors.includes('Figure')) inFigures.add(element) })
  for (const page of document.getPages()) {
    const key = page.node.get(name('StructParents'))
    const owners = document.context.lookup(key instanceof PDFNumber ? parents.get(key.asNumber()) : undefined)
    if (!(owners instanceof PDFArray)) continue
    const ownerOf = (content: number): PDFDict | undefined => { const owner = content < owners.size() ? owners.lookup(content) : undefined; return owner instanceof PDFDict ? owner : undefined }
    const { marked, decorations } = markInstructions(readInstructions(document, page), (content) => {
      const owner = ownerOf(content)
      return owner !== undefined && typeOf(owner) === 'NonStruct' && !owner.has(name('Alt')) && !inFigures.has(owner)
    })
    for (const content of decorations) {
      const owner = ownerOf(content)
      if (owner !== undefined) setKids(document, owner, kidsOf(document, owner).filter((kid) => contentNumber(document, kid) !== content))
      owners.set(content, PDFNull)
    }
    writeInstructions(document, page, marked)
  }
  dropEmptyElements(document)
}

/** The number of the marked content that a kid of an element stands for. */
function contentNumber(document: PDFDocument, kid: PDFObject): number | undefined {
  const object = document.context.lookup(kid)
  if (object instanceof PDFNumber) return object.asNumber()
  return object instanceof PDFDict && typeOf(object) === undefined ? object.lookupMaybe(name('MCID'), PDFNumber)?.asNumber() : undefined
}

function writeInstructions(document: PDFDocument, page: PDFPage, instructions: readonly string[]): void {
  const bytes = deflateSync(Buffer.from(instructions.join('\n'), 'latin1'))
  const stream = PDFRawStream.of(document.context.obj({ Filter: 'FlateDecode', Length: bytes.length }), bytes)
  const old = page.node.get(name('Contents'))
  if (old instanceof PDFRef && document.context.lookup(old) instanceof PDFRawStream) document.context.assign(old, stream)
  else page.node.set(name('Contents'), document.context.register(stream))
}

/** Elements without a meaning of their own in which nothing stands any more. */
function dropEmptyElements(document: PDFDocument): void {
  const empty = new Set<PDFObject>()
  walkStructure(document, (element, ref) => {
    const kids = kidsOf(document, element)
    const kept = kids.filter((kid) => !empty.has(kid))
    if (kept.length < kids.length) setKids(document, element, kept)
    if (kept.length === 0 && typeOf(element) === 'NonStruct') { empty.add(ref); if (ref instanceof PDFRef) document.context.delete(ref) }
  })
}
