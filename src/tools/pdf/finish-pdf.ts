/** What the browser's printer leaves out of a PDF: who and what it is, how a reader should open it, and a date that does not change by itself. */
import { createHash } from 'node:crypto'
import { PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { renumberIds } from './element-ids.ts'
import { markArtifacts } from './mark-artifacts.ts'
import { mendStructure } from './mend-structure.ts'
import { metadataXml } from './metadata-xml.ts'

export interface PdfDescription {
  readonly title: string
  readonly author: string
  readonly subject: string
  readonly keywords: readonly string[]
  readonly language: string
  /** Stands as the date of creation. Taken from the input, so that the same input gives the same bytes. */
  readonly date: Date
}

/** A slide in points. The printer counts in three-hundredths of an inch and would leave a white hair beside it. */
export const slideSheet = { width: 735, height: 414 } as const

/** The file with its metadata, page labels, tab order, a mended structure and a lasting identifier; cut to `sheet` when one is given. */
export async function finishPdf(bytes: Uint8Array, description: PdfDescription, sheet?: { readonly width: number, readonly height: number }): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  document.setTitle(description.title, { showInWindowTitleBar: true })
  document.setAuthor(description.author)
  document.setSubject(description.subject)
  document.setKeywords([...description.keywords])
  document.setLanguage(description.language)
  document.setCreator('Lectern')
  document.setProducer('Lectern')
  document.setCreationDate(description.date)
  document.setModificationDate(description.date)
  const { context, catalog } = document
  catalog.set(PDFName.of('Metadata'), context.register(context.stream(metadataXml(description), { Type: 'Metadata', Subtype: 'XML' })))
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: [0, { S: PDFName.of('D'), St: 1 }] }))
  for (const page of document.getPages()) {
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
    if (sheet !== undefined) page.setMediaBox(0, page.getHeight() - sheet.height, sheet.width, sheet.height)
  }
  // The printer puts a random identifier here; one that follows from what the file is keeps the bytes the same.
  const identifier = PDFHexString.of(createHash('sha256').update(JSON.stringify(description)).digest('hex').slice(0, 32))
  context.trailerInfo.ID = context.obj([identifier, identifier])
  markArtifacts(document)
  mendStructure(document)
  renumberIds(document)
  return document.save({ useObjectStreams: true, addDefaultPage: false })
}
