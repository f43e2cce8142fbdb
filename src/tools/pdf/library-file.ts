/** `library.pdf`: the slides of all decks in one file, behind a table of contents. */
import { PDFDocument } from '@cantoo/pdf-lib'
import type { Page } from 'playwright'
import type { ArticleFile } from '../../content/article-schema.ts'
import type { Catalogue } from '../../content/library.ts'
import type { PdfExpectations } from './check-pdf.ts'
import { describeArticle } from './describe-article.ts'
import { finishPdf, slideSheet } from './finish-pdf.ts'
import { joinPdfs } from './join-pdfs.ts'
import { inline, printPaper } from './paper-page.ts'
import type { PaperWords } from './paper-words.ts'

export interface DeckFile { readonly slug: string, readonly article: ArticleFile, readonly pdf: Uint8Array }

function contentsHtml(title: string, words: PaperWords, rows: readonly { readonly deck: DeckFile, readonly page: number }[]): string {
  const items = rows.map(({ deck: { slug, article }, page }) =>
    `<li><a href="file:${slug}"><span class="title">${inline(article.title)}</span><span class="lead">${inline(article.question)}</span></a><span class="page">${page}</span></li>`)
  return `<header><p class="kind">${words.allSlides}</p><h1>${inline(title)}</h1></header><ul class="contents">${items.join('')}</ul>`
}

/** Prints the contents, dark where the slides are, and joins the finished slide files behind them. */
export async function printLibrary(page: Page, site: string, { library, people }: Pick<Catalogue, 'library' | 'people'>, decks: readonly DeckFile[], words: PaperWords, dark: boolean): Promise<{ pdf: Uint8Array, expected: PdfExpectations }> {
  const lengths = await Promise.all(decks.map(({ pdf }) => countPages(pdf)))
  const printContents = (ownPages: number) => {
    const rows = decks.map((deck, index) => ({ deck, page: 1 + ownPages + lengths.slice(0, index).reduce((sum, pages) => sum + pages, 0) }))
    return printPaper(page, site, { title: library.title, language: library.language, foot: library.title, body: contentsHtml(library.title, words, rows), dark }, 'slide')
  }
  // How many pages the contents take shows when they are printed; the page numbers in them follow from it.
  const draft = await printContents(1)
  const ownPages = await countPages(draft.pdf)
  const contents = ownPages === 1 ? draft : await printContents(ownPages)
  const joined = await joinPdfs([
    { title: words.contents, key: 'contents', bytes: contents.pdf },
    ...decks.map(({ slug, article, pdf }) => ({ title: article.title, key: slug, bytes: pdf })),
  ])
  const described = decks.map(({ article }) => describeArticle(article, people))
  const pdf = await finishPdf(joined, {
    title: library.title, author: 'Lectern', subject: decks.map(({ article }) => article.title).join('; '), language: library.language,
    keywords: [...new Set(described.flatMap(({ keywords }) => keywords))], date: new Date(Math.max(...described.map(({ date }) => date.getTime()))),
  }, slideSheet)
  return { pdf, expected: { pageCount: lengths.reduce((sum, pages) => sum + pages, ownPages), text: contents.text } }
}

const countPages = async (pdf: Uint8Array): Promise<number> => (await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount()
