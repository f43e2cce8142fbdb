/** The handout: each slide as it is shown, in vectors, beside what is said with it and the claims it rests on. */
import type { Page } from 'playwright'
import type { ArticleContent, Catalogue } from '../../content/library.ts'
import type { ArticleFile } from '../../content/article-schema.ts'
import type { Deck } from '../../content/loaded-library.ts'
import { renderMarkdown } from '../../content/render-markdown.ts'
import { escapeHtml } from '../../questions/escape-html.ts'
import type { Paper } from './export-options.ts'
import type { PaperWords } from './paper-words.ts'
import { inline, paperStyle, type PrintedPaper } from './paper-page.ts'
import { paragraphWords } from '../../content/paragraph-words.ts'
import { linkSlides, openPrintView, type PrintView } from './print-deck.ts'
import { printPage } from './print-page.ts'

/** What stands beside one slide, in HTML. */
export interface SlideMargin { readonly number: number, readonly label: string, readonly notes: string, readonly claims: string }

/** How long the presenter takes over a slide, such as `[40 s]` before its notes: nothing to a reader. */
const PACE = /^\s*\[\d[^\]]*\]\s*/

const nameIn = (people: Catalogue['people'], id: string): string => people.find((person) => person.id === id)?.name ?? id

/** The head of a handout: title, question, and which text this is. */
export function handoutHead(article: ArticleFile, people: Catalogue['people'], words: PaperWords): string {
  const source = article.kind === 'synthesis' ? '' : sourceHtml(article.source, people, words)
  return `<header><p class="kind">${words.handout}</p><h1>${inline(article.title)}</h1><p class="lead">${inline(article.question)}</p>${source}</header>`
}

function sourceHtml(source: Extract<ArticleFile, { kind: 'article' }>['source'], people: Catalogue['people'], words: PaperWords): string {
  const by = source.author === undefined ? source.outlet : `${nameIn(people, source.author)}, ${source.outlet}`
  const title = `<span lang="${source.language}">${escapeHtml(source.title)}</span>${source.titleInEnglish === undefined ? '' : ` (${inline(source.titleInEnglish)})`}`
  const links = source.links.map((link) => (/^https?:/.test(link) ? `<a href="${escapeHtml(link)}">${escapeHtml(link)}</a>` : escapeHtml(link))).join(', ')
  return `<p class="source">${title}. ${inline(by)}, ${words.about(source.published.date, source.published.inferred)}.${links === '' ? '' : ` ${links}`}</p>`
}

/** Notes, claims and published figures of every slide. `contents` are the articles whose claims the deck may show. */
export function slideMargins(deck: Deck, contents: readonly ArticleContent[], people: Catalogue['people'], words: PaperWords): SlideMargin[] {
  const claims = new Map(contents.flatMap((content) => content.claims.map((claim) => [String(claim.id), claim] as const)))
  const references = new Map(contents.flatMap((content) => content.references.map((reference) => [String(reference.id), reference] as const)))
  return deck.slides.map((slide) => {
    const notes = renderMarkdown((slide.note ?? '').replace(PACE, ''))
    if (!notes.ok) throw new Error(`slide ${slide.number} of ${deck.slug}: ${notes.reason}`)
    const shown = slide.claims.flatMap((id) => claims.get(id) ?? []).map(({ text, paragraphs, voice }) =>
      `<li>${text} <span class="aside">¶ ${paragraphWords(paragraphs)}, ${inline(nameIn(people, voice.speaker))}</span></li>`)
    const published = slide.references.flatMap((id) => references.get(id) ?? []).map(({ fact, identifier }) => `<li>${fact} <span class="aside">${inline(identifier)}</span></li>`)
    const list = [...shown, ...published]
    return { number: slide.number, label: words.slide(slide.number), notes: /^<(p|ul|ol)>/.test(notes.value) ? notes.value : `<p>${notes.value}</p>`, claims: list.length === 0 ? '' : `<ul class="claims">${list.join('')}</ul>` }
  })
}

/** Prints the handout of a built deck. Throws like openPrintView. */
export async function printHandout(page: Page, address: string, handout: { head: string, margins: readonly SlideMargin[], foot: string, title: string, view: PrintView }, paper: Paper): Promise<PrintedPaper & { language: string }> {
  const { head, margins, foot, title, view } = handout
  await openPrintView(page, address, view)
  await linkSlides(page, view.publicAddress)
  const { text, language } = await page.evaluate(({ head, margins, title }) => {
    document.title = title
    const main = document.createElement('main')
    main.innerHTML = head
    for (const picture of document.querySelectorAll<HTMLElement>('.print-slide-container')) {
      const number = Number.parseInt(picture.id, 10)
      const margin = margins.find((one) => one.number === number)
      const row = document.createElement('section')
      row.className = 'slide'
      row.innerHTML = `<div><div class="picture"></div>${margin?.claims ?? ''}</div><div><p class="number">${margin?.label ?? number}</p><div class="notes">${margin?.notes ?? ''}</div><p class="line"></p></div>`
      // The handout has a title of its own; the slides' headings stand one level below it.
      for (const heading of picture.querySelectorAll('h1, h2, h3')) heading.setAttribute('aria-level', String(Number(heading.tagName.slice(1)) + 1))
      row.querySelector('.picture')?.append(picture)
      main.append(row)
    }
    document.querySelector('#app')?.setAttribute('hidden', '')
    document.querySelector('#page-root')?.remove()
    document.body.classList.add('paper')
    document.body.append(main)
    return { text: main.innerText, language: document.documentElement.lang }
  }, { head, margins, title })
  await page.addStyleTag({ content: paperStyle(paper, foot) })
  return { pdf: await printPage(page), text, language }
}
