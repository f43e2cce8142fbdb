/** Pages of our own on paper: handouts, worksheets, answers, contents. They use the site's fonts and tokens, in ink only. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from 'playwright'
import { markLanguages } from '../../content/render-markdown.ts'
import { escapeHtml } from '../../questions/escape-html.ts'
import { root } from '../site.ts'
import type { Paper } from './export-options.ts'
import { markForeignWords } from './mark-foreign-words.ts'
import { printPage, watchPage } from './print-page.ts'
import { speakFormulas } from './speak-formulas.ts'

export interface PaperPage {
  readonly title: string
  readonly language: string
  /** What stands at the foot of every page beside its number, as plain text. */
  readonly foot: string
  readonly body: string
  /** The dark theme, for what stands among dark slides. */
  readonly dark?: boolean
}

/** The text that must come back from the file as a whole. */
export interface PrintedPaper { readonly pdf: Uint8Array, readonly text: string }

/** Plain text of the library as HTML, with the language of foreign words named. */
export const inline = (text: string): string => markLanguages(escapeHtml(text))

/** The slides' own size, for the page that stands before them. */
const sheetSizes = { a4: '210mm 297mm', letter: '8.5in 11in', slide: '980px 552px; margin: 12mm 17mm' } as const

/** The dark theme's paper, up to the edge of the sheet. */
const darkStyle = '@page { background: var(--paper); color: var(--ink-2) } html { background: var(--paper) }'

/** The stylesheet of all paper pages, for one size of sheet. */
export function paperStyle(sheet: Paper | 'slide', foot: string): string {
  const footText = JSON.stringify(foot.replaceAll('\n', ' '))
  return `${readFileSync(resolve(root, 'src/tools/pdf/paper.css'), 'utf8')}
@page { size: ${sheetSizes[sheet]}; @bottom-left { content: ${footText} } @bottom-right { content: ${sheet === 'slide' ? '""' : 'counter(page) " / " counter(pages)'} } }`
}

/** Prints one such page. `site` is the address of the running site; the page stands under it for as long as it takes to print. */
export async function printPaper(page: Page, site: string, { title, language, foot, body, dark = false }: PaperPage, sheet: Paper | 'slide'): Promise<PrintedPaper> {
  const tokens = readFileSync(resolve(root, 'src/components/tokens.css'), 'utf8')
  const html = `<!doctype html><html lang="${language}"${dark ? ' data-theme="dark"' : ''}><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>`
    + `<link rel="stylesheet" href="fonts/fonts.css"><style>${tokens}\n${paperStyle(sheet, foot)}${dark ? darkStyle : ''}</style></head><body class="paper"><main>${body}</main></body></html>`
  watchPage(page)
  const address = `${site}paper.html`
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }), { times: 1 })
  await page.goto(address, { waitUntil: 'load' })
  await page.evaluate(speakFormulas)
  await page.evaluate(markForeignWords)
  const text = await page.evaluate(async () => { await document.fonts.ready; return document.body.innerText })
  return { pdf: await printPage(page), text }
}
