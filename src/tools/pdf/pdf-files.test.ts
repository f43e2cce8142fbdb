import { PDFDict, PDFDocument, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { checkPdf, checkStructure, findFalseCharacters, missingCharacters } from './check-pdf.ts'
import { textOf } from './destinations.ts'
import { renumberIds } from './element-ids.ts'
import { finishPdf } from './finish-pdf.ts'
import { markInstructions, readMarks } from './mark-artifacts.ts'
import { joinPdfs } from './join-pdfs.ts'
import { mendStructure } from './mend-structure.ts'
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
    return context.register(context.obj({ Type: 'StructElem', S: 'H1', P: top, Pg: page.ref, K: 0, ID: PDFString.of(`${id}${index}`), A: { O: 'Table', Headers: [PDFString.of(`${id}${index}`)] } }))
  })
  const linkElements = link === undefined ? [] : [context.register(context.obj({ Type: 'StructElem', S: 'Link', P: top }))]
  if (link !== undefined) document.getPage(0).node.set(name('Annots'), context.obj([context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], StructParent: pageCount, A: { S: 'URI', URI: PDFString.of(link) } }))]))
  context.assign(top, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: [...headings, ...linkElements] }))
  context.assign(root, context.obj({ Type: 'StructTreeRoot', K: top, ParentTree: context.register(context.obj({ Nums: [...headings.flatMap((ref, index) => [index, [ref]]), ...linkElements.flatMap((ref) => [pageCount, ref])] })), ParentTreeNextKey: pageCount + linkElements.length }))
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
    expect(readStructure(document).map(({ type }) => type)).toEqual(['Document', 'Part', 'H1', 'Link', 'Part', 'H1', 'H1'])
    expect(document.getPages().map(({ node }) => String(node.get(name('StructParents'))))).toEqual(['0', '2', '3'])
    expect(String(document.catalog.lookup(name('Outlines'), PDFDict).get(name('Count')))).toBe('2')
    const link = document.getPage(0).node.Annots()?.lookup(0, PDFDict)
    expect(String(link?.get(name('Dest')))).toContain(document.getPage(1).ref.toString())
    expect(textOf(link?.get(name('Contents')))).toBe('Second')
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
  it('are cut to the sheet from its upper left corner, which a printer that rounds up has overshot', async () => {
    const document = await PDFDocument.load(await finishPdf(await taggedPdf(1, 'x'), description, { width: 299.5, height: 199 }))
    expect(document.getPage(0).getMediaBox()).toEqual({ x: 0, y: 1, width: 299.5, height: 199 })
  })
  it('have ids counted in the order of the file', async () => {
    const document = await PDFDocument.load(await taggedPdf(1, 'node'))
    renumberIds(document, 'a-')
    expect(document.context.enumerateIndirectObjects().map(([, object]) => String(object)).join()).toContain('(a-000001)')
  })
})

describe('the checks', () => {
  const element = (type: string, alternative?: string, inside: string[] = []) => ({ type, alternative, inside, language: undefined, parent: '', hasScope: true })
  const readStructureOf = (types: readonly string[]) => types.map((type) => ({ ...element(type), parent: 'Document' }))
  it('pass headings in order, figures with a text and tables with headers', () => {
    expect(checkStructure([element('H1'), element('H2'), element('Figure', 'A curve'), element('H1'), element('Table', undefined, ['TR', 'TH'])])).toEqual([])
  })
  it('name a skipped level, a silent figure or formula and a table without headers', () => {
    expect(checkStructure([element('H1'), element('H3'), element('Figure', ' '), element('Formula'), element('Table', undefined, ['TR', 'TD'])])).toHaveLength(4)
  })
  it('name an item outside of its list and a cell outside of its row', () => {
    const elements = readStructureOf(['LI', 'TD'])
    expect(checkStructure(elements)).toEqual(['LI stands in Document', 'TD stands in Document'])
  })
  it('name a type that nothing explains', () => {
    expect(checkStructure([element('Strong'), element('Callout')], new Map([['Strong', 'Span']]))).toEqual(['the format knows no element Callout'])
    expect(checkStructure([element('Strong')])).toEqual(['the format knows no element Strong'])
    expect(checkStructure([element('Strong')], new Map([['Strong', 'Strong']]))).toEqual(['the format knows no element Strong'])
  })
  it('tell what a bare file lacks', async () => {
    const bare = await PDFDocument.create()
    bare.addPage()
    const { problems } = await checkPdf(await bare.save(), { text: 'a word' })
    expect(problems).toEqual(expect.arrayContaining(['it is not tagged', 'it names no language', 'it has no outline', 'its pages have no labels', 'page 1: the tab key would not follow the structure']))
    expect(problems.at(-1)).toMatch(/^the file: a \(U\+0061\)/)
  })
  it('tell of tagged content that no element owns, of notes on a page that are no links, and of tags that are not trusted', async () => {
    const document = await PDFDocument.load(await finishPdf(await taggedPdf(1, 'x'), description))
    const { context, catalog } = document
    const page = document.getPage(0)
    page.node.set(name('Contents'), context.register(context.stream(['/P <</MCID 0 >>BDC', 'EMC', '/P <</MCID 5 >>BDC', 'EMC'].join('\n'))))
    page.node.set(name('Annots'), context.obj([context.register(context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9] }))]))
    catalog.set(name('MarkInfo'), context.obj({ Marked: true, Suspects: true }))
    const { problems } = await checkPdf(await document.save(), {})
    expect(problems).toEqual(expect.arrayContaining(['its tags are marked as not to be trusted', 'page 1: 1 piece of content stands in no element', 'page 1: a note of the sort Text, which no reader here would know']))
  })
  it.each([['a zero', '<0041> <0000>'], ['a byte order mark', '<0041> <FEFF>']])('tell of a font that draws a character and calls it %s', (_, mapping) => {
    expect(findFalseCharacters(`1 beginbfchar\n${mapping}\nendbfchar`)).toBe(true)
    expect(findFalseCharacters('1 beginbfchar\n<0000> <0041>\nendbfchar\n1 beginbfrange\n<0001> <0003> <4E00>\nendbfrange')).toBe(false)
  })
  it('find the characters that do not come back, Chinese and Cyrillic among them', () => {
    expect(missingCharacters('Новый 模型 wall', 'новый 模 WALL')).toEqual(['型'])
    expect(missingCharacters('don’t', 'donʼt')).toEqual([])
  })
})

describe('what is drawn without being said', () => {
  const page = ['0 0 980 552 re', 'f', '0 0 9 9 re', 'W* n', '/NonStruct <</MCID 0 >>BDC', '0 0 12 552 re', 'f', 'EMC', '/P <</MCID 1 >>BDC', 'BT', '<0012> Tj', 'ET', 'EMC', 'BT', '<0013> Tj', 'ET']
  it('becomes an artifact, and what is said stays content', () => {
    expect(readMarks(page)).toMatchObject({ unmarked: 2, mixed: 0, contents: [0, 1] })
    const { marked, decorations } = markInstructions(page, () => true)
    expect(readMarks(marked)).toMatchObject({ unmarked: 0, mixed: 0, contents: [1] })
    expect([...decorations]).toEqual([0])
    expect(marked.filter((line) => line === '/Artifact BMC')).toHaveLength(3)
    expect(marked).toContain('/P <</MCID 1 >>BDC')
    expect(markInstructions(marked, () => true).marked).toEqual(marked)
  })
  it('is told apart from what is content and artifact at once', () => {
    expect(readMarks(['/Artifact BMC', '/P <</MCID 3 >>BDC', 'EMC', 'EMC', '/P <</MCID 4 >>BDC', '/Artifact BMC', 'EMC', 'EMC'])).toMatchObject({ mixed: 2, contents: [3, 4] })
  })
  it('stays content where it is part of a figure', () => {
    const { marked, decorations } = markInstructions(page, () => false)
    expect(decorations.size).toBe(0)
    expect(marked).toContain('/NonStruct <</MCID 0 >>BDC')
  })
})

describe('the structure that the printer leaves unfinished', () => {
  /** A file whose one page holds, below the document, what `build` makes. */
  async function pdfWith(build: (document: PDFDocument, top: PDFRef) => PDFRef[]): Promise<PDFDocument> {
    const document = await PDFDocument.load(await taggedPdf(1, 'x'))
    const tree = document.catalog.lookup(name('StructTreeRoot'), PDFDict)
    const top = tree.get(name('K'))
    if (!(top instanceof PDFRef)) throw new Error('the builder made no tree')
    document.context.lookup(top, PDFDict).set(name('K'), document.context.obj(build(document, top)))
    mendStructure(document)
    return document
  }
  it('gets bodies in its list items, their labels kept before', async () => {
    const document = await pdfWith(({ context }, top) => {
      const [list, item] = [context.nextRef(), context.nextRef()]
      const kids = ['Lbl', 'P', 'P'].map((type) => context.register(context.obj({ Type: 'StructElem', S: type, P: item })))
      context.assign(item, context.obj({ Type: 'StructElem', S: 'LI', P: list, K: kids }))
      context.assign(list, context.obj({ Type: 'StructElem', S: 'L', P: top, K: [item] }))
      return [list]
    })
    expect(readStructure(document).map(({ type, parent }) => `${parent}/${type}`)).toEqual(['/Document', 'Document/L', 'L/LI', 'LI/Lbl', 'LI/LBody', 'LBody/P', 'LBody/P'])
  })
  it('calls foreign words within a sentence a span', async () => {
    const document = await pdfWith(({ context }, top) => [context.register(context.obj({ Type: 'StructElem', S: 'Div', P: top, Lang: PDFString.of('zh') }))])
    expect(readStructure(document)).toMatchObject([{ type: 'Document' }, { type: 'Span', language: 'zh' }])
  })
})

describe('a lost character', () => {
  const page = (cutOff: string[]) => ({ name: 'slide 7', text: 'a\u{1f9ea}', cutOff })
  const problemsOf = async (cutOff: string[]) => {
    const bare = await PDFDocument.create()
    bare.addPage()
    const { problems } = await checkPdf(await bare.save(), { pages: [page(cutOff)] })
    return problems.filter((problem) => problem.startsWith('slide 7'))
  }
  it('is named with its slide when no font draws it', async () => {
    expect(await problemsOf([])).toEqual(['slide 7: a (U+0061), \u{1f9ea} (U+1f9ea) cannot be read back; no font that ships or is installed here draws it'])
  })
  it('is told apart from text that runs over the edge', async () => {
    expect(await problemsOf(['a\u{1f9ea} beyond'])).toEqual(['slide 7: the text runs over the edge and is cut off: “a\u{1f9ea} beyond”'])
  })
})

it('writes runs of paragraphs as ranges', () => {
  expect(paragraphWords([25, 23, 24, 31, 23])).toBe('23–25, 31')
})
