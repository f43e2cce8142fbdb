/** Joins tagged PDFs into one file that is tagged too: pages, outlines, links and structure trees. */
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFObjectCopier, PDFPage, PDFPageLeaf, PDFRef } from '@cantoo/pdf-lib'
import { readDestinations, textOf } from './destinations.ts'
import { dictionariesOf, idTree, renumberIds } from './element-ids.ts'
import { readNumberTree } from './structure.ts'

export interface JoinedFile {
  readonly title: string
  readonly bytes: Uint8Array
  /** Links to `file:<key>` anywhere lead to this file's first page. */
  readonly key: string
}

const name = PDFName.of

/** The outline has one entry a file, with the file's own outline folded below it. Throws when a file is not tagged. */
export async function joinPdfs(files: readonly JoinedFile[]): Promise<Uint8Array> {
  const joined = await PDFDocument.create({ updateMetadata: false })
  const { context, catalog } = joined
  const [structureRoot, whole, outlineRoot] = [context.nextRef(), context.nextRef(), context.nextRef()]
  const [kids, numbers] = [context.obj([]), context.obj([])]
  const firstPages = new Map<string, PDFRef>()
  const entries: OutlineEntry[] = []
  let nextKey = 0
  for (const [index, { title, bytes, key }] of files.entries()) {
    const source = await PDFDocument.load(bytes, { updateMetadata: false })
    const root = source.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
    const tree = root?.lookupMaybe(name('ParentTree'), PDFDict)
    if (root === undefined || tree === undefined) throw new Error(`${title} is not tagged and cannot be joined.`)
    const parents = readNumberTree(tree)
    resolveDestinations(source)
    moveParentKeys(source, nextKey)
    renumberIds(source, `${index}-`)

    const copier = PDFObjectCopier.for(source.context, context)
    const pages = source.getPages().map(({ ref }) => copier.copy(ref))
    for (const ref of pages) {
      const leaf = context.lookup(ref)
      if (leaf instanceof PDFPageLeaf) joined.addPage(PDFPage.of(leaf, ref, joined))
    }
    for (const element of topElements(root)) {
      source.context.lookup(element, PDFDict).delete(name('P'))
      const copy = copier.copy(element)
      const part = context.lookup(copy, PDFDict)
      part.set(name('P'), whole)
      part.set(name('S'), name('Part'))
      kids.push(copy)
    }
    for (const [number, value] of parents) { numbers.push(PDFNumber.of(number + nextKey)); numbers.push(copier.copy(value)) }
    nextKey += Math.max(-1, ...parents.keys()) + 1

    const [first] = pages
    if (first === undefined) throw new Error(`${title} has no pages.`)
    firstPages.set(key, first)
    entries.push(outlineEntry(joined, title, first, copyOutline(source, copier)))
  }
  chainOutline(joined, outlineRoot, entries)
  catalog.set(name('Outlines'), outlineRoot)
  catalog.set(name('PageMode'), name('UseOutlines'))
  catalog.set(name('MarkInfo'), context.obj({ Marked: true }))
  context.assign(whole, context.obj({ Type: 'StructElem', S: 'Document', P: structureRoot, K: kids }))
  context.assign(structureRoot, context.obj({ Type: 'StructTreeRoot', K: whole, ParentTree: context.register(context.obj({ Nums: numbers })), ParentTreeNextKey: nextKey, IDTree: context.register(idTree(joined)) }))
  catalog.set(name('StructTreeRoot'), structureRoot)
  linkFiles(joined, firstPages)
  return joined.save()
}

/** The structure elements right below the root. */
function topElements(root: PDFDict): PDFRef[] {
  const kids = root.get(name('K'))
  if (kids instanceof PDFRef && !(root.lookup(name('K')) instanceof PDFArray)) return [kids]
  return root.lookupMaybe(name('K'), PDFArray)?.asArray().filter((kid) => kid instanceof PDFRef) ?? []
}

/** Names that two files share would collide, so each link gets the place that its name stands for. */
function resolveDestinations(document: PDFDocument): void {
  const named = readDestinations(document)
  for (const page of document.getPages()) {
    const annotations = page.node.Annots()
    for (let index = 0; annotations !== undefined && index < annotations.size(); index++) {
      const annotation = annotations.lookup(index, PDFDict)
      const destination = annotation.lookup(name('Dest'))
      const place = destination instanceof PDFName ? named.get(destination.decodeText()) : named.get(textOf(destination))
      if (place !== undefined) annotation.set(name('Dest'), place)
    }
  }
}

/** Moves the keys of the parent tree behind those of the files before. */
function moveParentKeys(document: PDFDocument, offset: number): void {
  for (const [, dict] of dictionariesOf(document)) {
    for (const key of [name('StructParents'), name('StructParent')]) {
      const number = dict.get(key)
      if (number instanceof PDFNumber) dict.set(key, PDFNumber.of(number.asNumber() + offset))
    }
  }
}

interface OutlineEntry { readonly ref: PDFRef, readonly dict: PDFDict }

/** The first and last item and the number of items of a file's own outline, copied. */
function copyOutline(source: PDFDocument, copier: PDFObjectCopier): { first: PDFRef, last: PDFRef } | undefined {
  const outline = source.catalog.lookupMaybe(name('Outlines'), PDFDict)
  const [first, last] = [outline?.get(name('First')), outline?.get(name('Last'))]
  if (!(first instanceof PDFRef) || !(last instanceof PDFRef)) return undefined
  for (let item: PDFDict | undefined = source.context.lookup(first, PDFDict); item !== undefined; item = item.lookupMaybe(name('Next'), PDFDict)) item.delete(name('Parent'))
  return { first: copier.copy(first), last: copier.copy(last) }
}

function outlineEntry(document: PDFDocument, title: string, page: PDFRef, below: { first: PDFRef, last: PDFRef } | undefined): OutlineEntry {
  const { context } = document
  const ref = context.nextRef()
  const dict = context.obj({ Title: PDFHexString.fromText(title), Dest: [page, name('Fit')] })
  if (below !== undefined) {
    let count = 0
    for (let item: PDFDict | undefined = context.lookup(below.first, PDFDict); item !== undefined; item = item.lookupMaybe(name('Next'), PDFDict)) { item.set(name('Parent'), ref); count++ }
    dict.set(name('First'), below.first)
    dict.set(name('Last'), below.last)
    // A negative count: folded until the reader opens it.
    dict.set(name('Count'), PDFNumber.of(-count))
  }
  context.assign(ref, dict)
  return { ref, dict }
}

function chainOutline({ context }: PDFDocument, root: PDFRef, entries: readonly OutlineEntry[]): void {
  entries.forEach(({ dict }, index) => {
    const [previous, next] = [entries[index - 1], entries[index + 1]]
    dict.set(name('Parent'), root)
    if (previous !== undefined) dict.set(name('Prev'), previous.ref)
    if (next !== undefined) dict.set(name('Next'), next.ref)
  })
  const [first, last] = [entries[0], entries.at(-1)]
  context.assign(root, context.obj({ Type: 'Outlines', Count: entries.length, ...(first === undefined || last === undefined ? {} : { First: first.ref, Last: last.ref }) }))
}

/** Turns links to `file:<key>` into links to that file's first page. */
function linkFiles(document: PDFDocument, firstPages: ReadonlyMap<string, PDFRef>): void {
  for (const page of document.getPages()) {
    const annotations = page.node.Annots()
    for (let index = 0; annotations !== undefined && index < annotations.size(); index++) {
      const annotation = annotations.lookup(index, PDFDict)
      const address = textOf(annotation.lookupMaybe(name('A'), PDFDict)?.lookup(name('URI')))
      const target = /^file:\/*(.*)$/.exec(address)?.[1]
      const first = target === undefined ? undefined : firstPages.get(target)
      if (first === undefined) continue
      annotation.delete(name('A'))
      annotation.set(name('Dest'), document.context.obj([first, name('Fit')]))
    }
  }
}
