/** What the browser's printer leaves out of a PDF: who and what it is, how a reader should open it, and a date that does not change by itself. */
import { PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFDict } from 'pdf-lib'

export interface PdfDescription {
  readonly title: string
  readonly author: string
  readonly subject: string
  readonly keywords: readonly string[]
  readonly language: string
  /** Stands as the date of creation. Taken from the input, so that the same input gives the same bytes. */
  readonly date: Date
  /** What the page labels count: the first page is 1. */
  readonly firstLabel?: number
}

export async function finishPdf(bytes: Uint8Array, description: PdfDescription): Promise<Uint8Array> {
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
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: [0, { S: PDFName.of('D'), St: description.firstLabel ?? 1 }] }))
  for (const page of document.getPages()) page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
  // The printer puts a random identifier here; one that follows from the content keeps the bytes the same.
  const identifier = PDFHexString.of(Buffer.from(description.title.normalize('NFKD')).toString('hex').padEnd(32, '0').slice(0, 32))
  context.trailerInfo.ID = context.obj([identifier, identifier])
  return document.save({ useObjectStreams: true, addDefaultPage: false })
}

/** Joins finished PDFs into one file. The outline has one entry a file, on that file's first page. */
export async function joinPdfs(files: readonly { readonly title: string, readonly bytes: Uint8Array }[]): Promise<Uint8Array> {
  const joined = await PDFDocument.create({ updateMetadata: false })
  const outline = joined.context.nextRef()
  const entries: { ref: ReturnType<typeof joined.context.nextRef>, dict: PDFDict }[] = []
  for (const { title, bytes } of files) {
    const source = await PDFDocument.load(bytes, { updateMetadata: false })
    const pages = await joined.copyPages(source, source.getPageIndices())
    for (const page of pages) joined.addPage(page)
    const first = pages[0]
    if (first === undefined) continue
    const dict = joined.context.obj({ Title: PDFHexString.fromText(title), Parent: outline, Dest: [first.ref, PDFName.of('Fit')] })
    entries.push({ ref: joined.context.nextRef(), dict })
  }
  entries.forEach(({ ref, dict }, index) => {
    const [previous, next] = [entries[index - 1], entries[index + 1]]
    if (previous !== undefined) dict.set(PDFName.of('Prev'), previous.ref)
    if (next !== undefined) dict.set(PDFName.of('Next'), next.ref)
    joined.context.assign(ref, dict)
  })
  const [first, last] = [entries[0], entries.at(-1)]
  if (first !== undefined && last !== undefined) {
    joined.context.assign(outline, joined.context.obj({ Type: PDFName.of('Outlines'), First: first.ref, Last: last.ref, Count: PDFNumber.of(entries.length) }))
    joined.catalog.set(PDFName.of('Outlines'), outline)
  }
  joined.catalog.set(PDFName.of('ViewerPreferences'), joined.context.obj({ DisplayDocTitle: true }))
  joined.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
  return joined.save()
}
