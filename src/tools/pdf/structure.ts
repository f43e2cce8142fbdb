/** The structure tree of a tagged PDF: what a screen reader walks. */
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'
import { textOf } from './destinations.ts'

export interface StructureElement {
  /** Such as H1, P, Figure, Table. */
  readonly type: string
  readonly alternative: string | undefined
  readonly language: string | undefined
  /** The type of the element that it stands in; empty for the topmost. */
  readonly parent: string
  /** Whether a cell says which row or column it heads. */
  readonly hasScope: boolean
  /** The types of all elements inside a table; of others it is not asked. */
  readonly inside: readonly string[]
}

const name = PDFName.of

/** The type of a structure element; undefined for what points at content on a page. */
export function typeOf(dict: PDFDict): string | undefined {
  const type = dict.get(name('S'))
  return type instanceof PDFName && dict.get(name('Type')) !== name('OBJR') ? type.decodeText() : undefined
}

/** What stands in an element, in reading order: further elements, numbers of marked content, links. */
export function kidsOf(document: PDFDocument, element: PDFDict): PDFObject[] {
  const kids = element.get(name('K'))
  const list = document.context.lookup(kids)
  if (list instanceof PDFArray) return list.asArray()
  return kids === undefined ? [] : [kids]
}

export function setKids(document: PDFDocument, element: PDFDict, kids: readonly PDFObject[]): void {
  if (kids.length === 0) element.delete(name('K'))
  else element.set(name('K'), document.context.obj([...kids]))
}

/** The topmost element of the tree; undefined when the file is not tagged. */
export function findStructureRoot(document: PDFDocument): PDFDict | undefined {
  return document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
}

/** A number tree as a flat map; empty when there is none. */
export function readNumberTree(node: PDFDict | undefined): Map<number, PDFObject> {
  const found = new Map<number, PDFObject>()
  const list = node?.lookupMaybe(name('Nums'), PDFArray)
  for (let index = 0; list !== undefined && index < list.size(); index += 2) found.set(list.lookup(index, PDFNumber).asNumber(), list.get(index + 1))
  const kids = node?.lookupMaybe(name('Kids'), PDFArray)
  for (let index = 0; kids !== undefined && index < kids.size(); index++) for (const [number, value] of readNumberTree(kids.lookup(index, PDFDict))) found.set(number, value)
  return found
}

/** Calls `visit` for every element, those inside before those around them, with the reference that an element is known by. */
export function walkStructure(document: PDFDocument, visit: (element: PDFDict, ref: PDFRef, ancestors: readonly string[]) => void): void {
  const descend = (ref: PDFObject, ancestors: readonly string[]): void => {
    const element = document.context.lookup(ref)
    const type = element instanceof PDFDict ? typeOf(element) : undefined
    if (!(ref instanceof PDFRef) || !(element instanceof PDFDict) || type === undefined) return
    const within = [...ancestors, type]
    for (const kid of kidsOf(document, element)) descend(kid, within)
    visit(element, ref, ancestors)
  }
  const root = findStructureRoot(document)
  if (root !== undefined) for (const kid of kidsOf(document, root)) descend(kid, [])
}

/** The elements in reading order; none when the file is not tagged. */
export function readStructure(document: PDFDocument): StructureElement[] {
  const elements: StructureElement[] = []
  const descend = (object: PDFObject | undefined, parent: string): void => {
    const element = document.context.lookup(object)
    const type = element instanceof PDFDict ? typeOf(element) : undefined
    if (!(element instanceof PDFDict) || type === undefined) return
    const read = (key: string): string | undefined => { const text = textOf(element.lookup(name(key))); return text === '' ? undefined : text }
    const place = elements.length
    const found = { type, alternative: read('Alt'), language: read('Lang'), parent, hasScope: /\/Scope/.test(String(element.lookup(name('A')) ?? '')), inside: [] }
    elements.push(found)
    for (const kid of kidsOf(document, element)) descend(kid, type)
    if (type === 'Table') elements[place] = { ...found, inside: elements.slice(place + 1).map((one) => one.type) }
  }
  const root = findStructureRoot(document)
  if (root !== undefined) for (const kid of kidsOf(document, root)) descend(kid, '')
  return elements
}
