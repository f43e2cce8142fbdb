/** What the browser's printer leaves undone in the structure tree: bodies of list items, spans of foreign words, and what a link says. */
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'
import { readDestinations, textOf } from './destinations.ts'
import { findStructureRoot, kidsOf, readNumberTree, setKids, typeOf, walkStructure } from './structure.ts'

const name = PDFName.of
const isA = (document: PDFDocument, object: unknown, ...types: string[]): boolean => object instanceof PDFDict && types.includes(typeOf(object) ?? '')

export function mendStructure(document: PDFDocument): void {
  const bodies = new Map<PDFRef, PDFRef>()
  walkStructure(document, (element, ref) => {
    const type = typeOf(element)
    const kids = kidsOf(document, element).map((kid) => document.context.lookup(kid))
    // Words in a language of their own stand inside a sentence.
    if ((type === 'Div' || type === 'NonStruct') && element.has(name('Lang')) && kids.every((kid) => !(kid instanceof PDFDict) || isA(document, kid, 'NonStruct', 'Span', 'Strong', 'Em'))) element.set(name('S'), name('Span'))
    if (type === 'LI') giveBody(document, element, ref, bodies)
  })
  const root = findStructureRoot(document)
  // The printer uses two types of a later version of the format; this says what they mean in this one.
  root?.set(name('RoleMap'), document.context.obj({ Strong: 'Span', Em: 'Span' }))
  for (const owners of readNumberTree(root?.lookupMaybe(name('ParentTree'), PDFDict)).values()) moveContent(document.context.lookup(owners), bodies)
  describeLinks(document)
  adoptLinks(document)
}

/** What stands in a list item beside its label belongs into a body. */
function giveBody(document: PDFDocument, item: PDFDict, ref: PDFRef, bodies: Map<PDFRef, PDFRef>): void {
  const kids = kidsOf(document, item)
  const stays = kids.filter((kid) => isA(document, document.context.lookup(kid), 'Lbl', 'LBody'))
  const moved = kids.filter((kid) => !stays.includes(kid))
  if (moved.length === 0) return
  const page = item.get(name('Pg'))
  const body = document.context.register(document.context.obj({ Type: 'StructElem', S: 'LBody', P: ref, K: moved, ...(page === undefined ? {} : { Pg: page }) }))
  for (const kid of moved) {
    const element = document.context.lookup(kid)
    if (element instanceof PDFDict && element.has(name('P'))) element.set(name('P'), body)
  }
  setKids(document, item, [...stays, body])
  bodies.set(ref, body)
}

/** Content that stood in a list item itself is from now on found through its body. */
function moveContent(owners: PDFObject | undefined, bodies: ReadonlyMap<PDFRef, PDFRef>): void {
  if (!(owners instanceof PDFArray)) return
  owners.asArray().forEach((owner, index) => { const body = owner instanceof PDFRef ? bodies.get(owner) : undefined; if (body !== undefined) owners.set(index, body) })
}

/** A screen reader says of a link where it leads: its address, or the heading of the page. */
function describeLinks(document: PDFDocument): void {
  const titles = readPageTitles(document)
  const named = readDestinations(document)
  for (const page of document.getPages()) {
    const annotations = page.node.Annots()
    for (let index = 0; annotations !== undefined && index < annotations.size(); index++) {
      const annotation = annotations.lookup(index, PDFDict)
      if (annotation.get(name('Subtype')) !== name('Link') || annotation.has(name('Contents'))) continue
      const action = annotation.lookupMaybe(name('A'), PDFDict)
      const destination = annotation.lookup(name('Dest')) ?? action?.lookup(name('D'))
      const place = destination instanceof PDFArray ? destination : document.context.lookup(named.get(destination instanceof PDFName ? destination.decodeText() : textOf(destination)))
      const words = textOf(action?.lookup(name('URI'))) || (place instanceof PDFArray ? titles.get(String(place.get(0))) ?? '' : '')
      if (words !== '') annotation.set(name('Contents'), PDFHexString.fromText(words))
    }
  }
}

/** A link in a drawing has no element, since the drawing is read by its alternative text: it gets one within that figure. */
function adoptLinks(document: PDFDocument): void {
  const { context } = document
  const root = findStructureRoot(document)
  const [top] = root === undefined ? [] : kidsOf(document, root)
  if (root === undefined || !(top instanceof PDFRef)) return
  const figures = new Map<string, PDFRef>()
  walkStructure(document, (element, ref) => { if (typeOf(element) === 'Figure') figures.set(String(element.get(name('Pg'))), ref) })
  const keys = readNumberTree(root.lookupMaybe(name('ParentTree'), PDFDict))
  for (const page of document.getPages()) {
    for (const ref of page.node.Annots()?.asArray() ?? []) {
      const annotation = context.lookup(ref)
      if (!(annotation instanceof PDFDict) || annotation.get(name('Subtype')) !== name('Link') || annotation.has(name('StructParent'))) continue
      const parent = figures.get(String(page.ref)) ?? top
      const link = context.register(context.obj({ Type: 'StructElem', S: 'Link', P: parent, Pg: page.ref, K: [{ Type: 'OBJR', Obj: ref, Pg: page.ref }], Alt: annotation.get(name('Contents')) }))
      const element = context.lookup(parent, PDFDict)
      setKids(document, element, [...kidsOf(document, element), link])
      const key = Math.max(-1, ...keys.keys()) + 1
      keys.set(key, link)
      annotation.set(name('StructParent'), PDFNumber.of(key))
    }
  }
  root.set(name('ParentTree'), context.register(context.obj({ Nums: [...keys].sort(([one], [other]) => one - other).flatMap(([key, value]) => [key, value]) })))
  root.set(name('ParentTreeNextKey'), PDFNumber.of(Math.max(-1, ...keys.keys()) + 1))
}

/** By reference of the page: the first title in the outline that leads there, or the page's number. */
function readPageTitles(document: PDFDocument): Map<string, string> {
  const titles = new Map<string, string>()
  const descend = (item: PDFDict | undefined): void => {
    for (let one = item; one !== undefined; one = one.lookupMaybe(name('Next'), PDFDict)) {
      const destination = one.lookup(name('Dest'))
      const page = destination instanceof PDFArray ? String(destination.get(0)) : ''
      if (!titles.has(page)) titles.set(page, textOf(one.lookup(name('Title'))))
      descend(one.lookupMaybe(name('First'), PDFDict))
    }
  }
  descend(document.catalog.lookupMaybe(name('Outlines'), PDFDict)?.lookupMaybe(name('First'), PDFDict))
  document.getPages().forEach((page, index) => { if (!titles.has(String(page.ref))) titles.set(String(page.ref), String(PDFNumber.of(index + 1))) })
  return titles
}
