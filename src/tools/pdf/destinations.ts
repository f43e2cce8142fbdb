/** Where the links of a PDF lead: its named destinations. */
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib'

export function textOf(object: PDFObject | undefined): string {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : ''
}

/** The named destinations and what they stand for, from both of the places where a PDF may keep them. */
export function readDestinations(document: PDFDocument): Map<string, PDFObject> {
  const found = new Map<string, PDFObject>()
  for (const [key, value] of document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict)?.entries() ?? []) found.set(key.decodeText(), value)
  const visit = (node: PDFDict | undefined): void => {
    const list = node?.lookupMaybe(PDFName.of('Names'), PDFArray)
    for (let index = 0; list !== undefined && index < list.size(); index += 2) found.set(textOf(list.lookup(index)), list.get(index + 1))
    const kids = node?.lookupMaybe(PDFName.of('Kids'), PDFArray)
    for (let index = 0; kids !== undefined && index < kids.size(); index++) visit(kids.lookup(index, PDFDict))
  }
  visit(document.catalog.lookupMaybe(PDFName.of('Names'), PDFDict)?.lookupMaybe(PDFName.of('Dests'), PDFDict))
  return found
}
