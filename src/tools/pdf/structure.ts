/** The structure tree of a tagged PDF: what a screen reader walks. */
import { PDFArray, PDFDict, PDFName, type PDFDocument, type PDFObject } from 'pdf-lib'
import { textOf } from './destinations.ts'

export interface StructureElement {
  /** Such as H1, P, Figure, Table. */
  readonly type: string
  readonly alternative: string | undefined
  /** The types of all elements inside it. */
  readonly inside: readonly string[]
}

/** The elements in reading order; none when the file is not tagged. */
export function readStructure(document: PDFDocument): StructureElement[] {
  const { context } = document
  const elements: StructureElement[] = []
  const visit = (kids: PDFObject | undefined): void => {
    const object = context.lookup(kids)
    if (object instanceof PDFArray) for (let index = 0; index < object.size(); index++) visit(object.get(index))
    if (!(object instanceof PDFDict)) return
    const type = object.get(PDFName.of('S'))
    // What has no structure type points at content on a page.
    if (!(type instanceof PDFName)) return
    const alternative = object.lookup(PDFName.of('Alt'))
    const place = elements.length
    elements.push({ type: type.decodeText(), alternative: undefined, inside: [] })
    visit(object.get(PDFName.of('K')))
    elements[place] = { type: type.decodeText(), alternative: alternative === undefined ? undefined : textOf(alternative), inside: elements.slice(place + 1).map((one) => one.type) }
  }
  visit(document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)?.get(PDFName.of('K')))
  return elements
}
