/** Ids of structure elements: how table cells name their headers. */
import { PDFArray, PDFDict, PDFName, PDFRef, PDFStream, PDFString, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'
import { textOf } from './destinations.ts'
import { findStructureRoot } from './structure.ts'

const name = PDFName.of
const isElement = (dict: PDFDict): boolean => dict.has(name('ID')) && dict.has(name('S'))

/** Every dictionary that stands in the file by itself, those of streams among them. */
export function dictionariesOf(document: PDFDocument): [PDFRef, PDFDict][] {
  return document.context.enumerateIndirectObjects().flatMap(([ref, object]): [PDFRef, PDFDict][] => {
    const dict = object instanceof PDFStream ? object.dict : object
    return dict instanceof PDFDict ? [[ref, dict]] : []
  })
}

/** The lists of header ids in all table cells. */
function headerLists(dictionaries: readonly [PDFRef, PDFDict][]): PDFArray[] {
  return dictionaries.flatMap(([, dict]) => {
    const attributes = dict.lookup(name('A'))
    return (attributes instanceof PDFArray ? attributes.asArray() : [attributes]).flatMap((one) => {
      const headers = one instanceof PDFDict ? one.lookup(name('Headers')) : undefined
      return headers instanceof PDFArray ? [headers] : []
    })
  })
}

/**
 * The browser gives every element an id, numbered as it happens to meet them. Kept are those that a table cell names,
 * counted in the order of the file with `prefix` before, so that the same input gives the same ids.
 */
export function renumberIds(document: PDFDocument, prefix = ''): void {
  const dictionaries = dictionariesOf(document)
  const lists = headerLists(dictionaries)
  const named = new Set(lists.flatMap((headers) => headers.asArray().map((header) => textOf(header))))
  const numbers = new Map<string, string>()
  for (const [, dict] of dictionaries) {
    if (!isElement(dict)) continue
    const id = textOf(dict.lookup(name('ID')))
    if (!named.has(id)) { dict.delete(name('ID')); continue }
    numbers.set(id, `${prefix}${String(numbers.size + 1).padStart(6, '0')}`)
    dict.set(name('ID'), PDFString.of(numbers.get(id) ?? id))
  }
  for (const headers of lists) headers.asArray().forEach((header, index) => { headers.set(index, PDFString.of(numbers.get(textOf(header)) ?? textOf(header))) })
  const root = findStructureRoot(document)
  if (root === undefined) return
  dropTree(document, root.get(name('IDTree')))
  root.delete(name('IDTree'))
  if (numbers.size > 0) root.set(name('IDTree'), document.context.register(idTree(document)))
}

/** Takes a name tree out of the file with its branches. */
function dropTree(document: PDFDocument, ref: PDFObject | undefined): void {
  if (!(ref instanceof PDFRef)) return
  const kids = document.context.lookup(ref, PDFDict).lookupMaybe(name('Kids'), PDFArray)
  for (const kid of kids?.asArray() ?? []) dropTree(document, kid)
  document.context.delete(ref)
}

/** The elements that have an id, by that id, in the order that the format wants. */
export function idTree(document: PDFDocument): PDFDict {
  const found = dictionariesOf(document).filter(([, dict]) => isElement(dict)).map(([ref, dict]): [string, PDFRef] => [textOf(dict.lookup(name('ID'))), ref])
  found.sort(([one], [other]) => (one < other ? -1 : 1))
  const [first, last] = [found[0]?.[0] ?? '', found.at(-1)?.[0] ?? '']
  const leaf = document.context.obj({ Names: found.flatMap(([id, ref]) => [PDFString.of(id), ref]), Limits: [PDFString.of(first), PDFString.of(last)] })
  return document.context.obj({ Kids: [document.context.register(leaf)] })
}
