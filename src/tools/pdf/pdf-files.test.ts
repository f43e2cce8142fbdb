import { PDFDocument, PDFDict, PDFName, PDFString } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { checkPdf, checkStructure, missingCharacters } from './check-pdf.ts'
import { renumberIds } from './element-ids.ts'
import { finishPdf } from './finish-pdf.ts'
import { joinPdfs } from './join-pdfs.ts'
import { paragraphWords } from '../../content/paragraph-words.ts'
import { readStructure } from './structure.ts'

const name = PDFName.of

/** A tagged file of some pages, each with a heading whose id is `id`, and a link to `link` on the first. */
async function taggedPdf(pageCount: number, id: string, link?: string): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const { context, catalog } = document
  const [root, top] = [context.nextRef(), context.nextRef()]
  const headings = Array.from({ length: pageCount }, (_, index) => {
    const page = document.addPage([300, 200])
    page.node.set(name('StructParents'), context.obj(index))
    return context.register(context.obj({ Type: 'StructElem', S: 'H1', P: top, Pg: page.ref, K: 0, ID: PDFString.of(`${id}${index}`) }))
  })
  if (link !== undefined) document.getPage(0).node.set(name('Annots'), context.obj([context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: { S: 'URI', URI: PDFString.of(link) } }))]))
  context.assign(top, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: headings }))
  context.assign(root, context.obj({ Type: 'StructTreeRoot', K: top, ParentTree: context.register(context.obj({ Nums: headings.flatMap((ref, index) => [index, [ref]]) })), ParentTreeNextKey: pageCount }))
  catalog.set(name('StructTreeRoot'), root)
  return document.save()
}

const description = { title: 'Two', author: 'A', subject: 'S', keywords: ['k'], language: 'en', date: new Date('2024-01-02T00:00:00Z') }

describe('joined files', () => {
  it('keep their pages, one structure tree, an outline entry each and links to one another', async () => {
    const joined = await joinPdfs([{ title: 'First', key: 'first', bytes: await taggedPdf(1, 'x', 'file:///second') }, { title: 'Second', key: 'second', bytes: await taggedPdf(2, 'x') }])
    const bytes = await finishPdf(joined, description)
    const { problems, pageCount } = await checkPdf(bytes, { pageCount: 3 })
    expect(problems).toEqual([])
    expect(pageCount).toBe(3)
    const document = await PDFDocument.load(bytes)
    expect(readStructure(document).map(({ type }) => type)).toEqual(['Document', 'Part', 'H1', 'Part', 'H1', 'H1'])
    expect(document.getPages().map(({ node }) => String(node.get(name('StructParents'))))).toEqual(['0', '1', '2'])
    expect(String(document.catalog.lookup(name('Outlines'), PDFDict).get(name('Count')))).toBe('2')
    const link = document.getPage(0).node.Annots()?.lookup(0, PDFDict)
    expect(String(link?.get(name('Dest')))).toContain(document.getPage(1).ref.toString())
  })

  it('refuse a file that is not tagged', async () => {
    const plain = await PDFDocument.create()
    plain.addPage()
    await expect(joinPdfs([{ title: 'Plain', key: 'plain', bytes: await plain.save() }])).rejects.toThrow('Plain is not tagged')
  })
})

describe('finished files', () => {
  it('are the same bytes whatever the browser numbered its elements', async () => {
    expect(await finishPdf(await taggedPdf(2, 'node7'), description)).toEqual(await finishPdf(await taggedPdf(2, 'node9'), description))
  })
  it('have ids counted in the order of the file', async () => {
    const document = await PDFDocument.load(await taggedPdf(1, 'node'))
    renumberIds(document, 'a-')
    expect(document.context.enumerateIndirectObjects().map(([, object]) => String(object)).join()).toContain('(a-000001)')
  })
})

describe('the checks', () => {
  const element = (type: string, alternative?: string, inside: string[] = []) => ({ type, alternative, inside })
  it('pass headings in order, figures with a text and tables with headers', () => {
    expect(checkStructure([element('H1'), element('H2'), element('Figure', 'A curve'), element('H1'), element('Table', undefined, ['TR', 'TH'])])).toEqual([])
  })
  it('name a skipped level, a silent figure and a table without headers', () => {
    expect(checkStructure([element('H1'), element('H3'), element('Figure', ' '), element('Table', undefined, ['TR', 'TD'])])).toHaveLength(3)
  })
  it('tell what a bare file lacks', async () => {
    const bare = await PDFDocument.create()
    bare.addPage()
    const { problems } = await checkPdf(await bare.save(), { text: 'a word' })
    expect(problems).toEqual(expect.arrayContaining(['it is not tagged', 'it names no language', 'it has no outline', 'its pages have no labels', 'page 1: the tab key would not follow the structure']))
    expect(problems.at(-1)).toMatch(/^a \(U\+0061\)/)
  })
  it('find the characters that do not come back, Chinese and Cyrillic among them', () => {
    expect(missingCharacters('Новый 模型 wall', 'новый 模 WALL')).toEqual(['型'])
    expect(missingCharacters('don’t', 'donʼt')).toEqual([])
  })
})

it('writes runs of paragraphs as ranges', () => {
  expect(paragraphWords([25, 23, 24, 31, 23])).toBe('23–25, 31')
})
