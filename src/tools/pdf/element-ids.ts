/** Ids of structure elements: how table cells name their headers. */
import { PDFArray, PDFDict, PDFName, PDFRef, PDFStream, PDFString, type PDFDocument, type PDFObject } from 'pdf-lib'
import { textOf } from './destinations.ts'

const name = PDFName.of
const isElement = (dict: PDFDict): boolean => dict.has(name('ID')) && dict.has(name('S'))

/** Every dictionary that stands in the file by itself, those of streams among them. */
export function dictionariesOf(document: PDFDocument): [PDFRef, PDFDict][] {
  return document.context.enumerateIndirectObjects().flatMap(([ref, object]): [PDFRef, PDFDict][] => {
    const dict = object instanceof PDFStream ? object.dict : object
    return dict instanceof PDFDict ? [[ref, dict]] : []
  })
}

/** Gives each id its new name, in the elements and where cells name their headers. */
function renameIds(dictionaries: readonly [PDFRef, PDFDict][], newName: (id: string) => string): void {
  for (const [, dict] of dictionaries) {
    if (isElement(dict)) dict.set(name('ID'), PDFString.of(newName(textOf(dict.lookup(name('ID'))))))
    const attributes = dict.lookup(name('A'))
    for (const one of attributes instanceof PDFArray ? attributes.asArray() : [attributes]) {
      const headers = one instanceof PDFDict ? one.lookup(name('Headers')) : undefined
      if (headers instanceof PDFArray) headers.asArray().forEach((header, index) => { headers.set(index, PDFString.of(newName(textOf(header)))) })
    }
  }
}

/** The browser numbers elements as it happens to meet them; counted in the order of the file, with `prefix` before, the same input gives the same ids. */
export function renumberIds(document: PDFDocument, prefix = ''): void {
  const dictionaries = dictionariesOf(document)
  const ids = dictionaries.filter(([, dict]) => isElement(dict)).map(([, dict]) => textOf(dict.lookup(name('ID'))))
  const numbers = new Map(ids.map((id, index) => [id, `${prefix}${String(index + 1).padStart(6, '0')}`]))
  renameIds(dictionaries, (id) => numbers.get(id) ?? id)
  const root = document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict)
  if (root === undefined) return
  dropTree(document, root.get(name('IDTree')))
  root.set(name('IDTree'), document.context.register(idTree(document)))
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
