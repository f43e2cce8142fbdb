/** Prints a built deck: one page a slide, on a page of the browser that the caller lends. */
import { parseRangeString } from '@slidev/parser'
import type { Page } from 'playwright'
import type { ExpectedPage } from './check-pdf.ts'
import { markForeignWords } from './mark-foreign-words.ts'
import { printPage, throwTroubles, watchPage, type PageWatch } from './print-page.ts'
import { speakFormulas } from './speak-formulas.ts'

export interface PrintedDeck {
  readonly pdf: Uint8Array
  readonly language: string
  readonly slides: readonly ExpectedPage[]
}

/** How long a page may take to settle before the export gives up on it. */
const SETTLE_MS = 30_000
/** What a slide holds while a part of it is under way. Of one whose script has been under way for less than a moment Slidev shows nothing at all. */
const LOADING = '.slidev-slide-loading, [aria-busy="true"], [data-slidev-no]:empty'
/** One page a slide at the canvas's own size, without an empty page after the last. Contained, a slide is never split: what runs over its edge is cut off. Outlined letters would become a Type 3 font. */
const pageStyle = `@page { size: 980px 552px; margin: 0 } .print-slide-container { contain: size layout paint } .print-slide-container:last-child { break-after: auto } #twoslash-container { display: none } svg text { stroke: none !important } .slide-frame a:not([href]) { text-decoration: none }`
/** On the dark theme the slides keep its paper, which is otherwise white in print. */
const darkStyle = 'html[data-theme] .slidev-page, html[data-theme] .slide-frame, html[data-theme] .slide-cover { --paper: inherit }'

export interface PrintView {
  /** One page for each click step instead of one a slide in its final state. */
  readonly withClicks?: boolean
  /** The slides to print, such as `2-5,8`; all of them when absent. */
  readonly range?: string
  /** Where the site is published; links to its pages lead there. Without it they are printed as text. */
  readonly publicAddress?: string
  /** Light ink on the dark theme's paper. */
  readonly dark?: boolean
}

/**
 * Opens the deck's print view and waits until slides, fonts and images have settled.
 * Throws, naming the slide or the resource, when something does not settle within `settleMs` or the page reports an error.
 */
export async function openPrintView(page: Page, address: string, { withClicks = false, range, dark = false }: PrintView = {}, settleMs = SETTLE_MS): Promise<void> {
  const watch = watchPage(page)
  // From the start, so that it is laid out once; and what the styles hide on paper is not among the text that is looked for there.
  await page.emulateMedia({ media: 'print' })
  await settle(page, watch, settleMs, async () => {
    // Slidev reads the wish for click steps from the address before the hash, and then shows mechanisms with all their values.
    const view = `${address}${withClicks ? '?print=clicks' : ''}#/print?print=true`
    // To go where the page is already would leave it as the last print has changed it.
    await (page.url() === view ? page.reload({ timeout: settleMs }) : page.goto(view, { timeout: settleMs }))
    await waitForSlides(page, settleMs)
  })
  throwTroubles(watch)
  if (range !== undefined) await keepSlides(page, range)
  if (dark) await page.evaluate(useDarkTheme)
  await page.addStyleTag({ content: dark ? `${pageStyle} ${darkStyle}` : pageStyle })
  await putHiddenTextIntoFigures(page)
  await page.evaluate(speakFormulas)
  await page.evaluate(markForeignWords)
}

/** Prints a built deck tagged, with outline and links that work inside the file. Throws like openPrintView. */
export async function printDeck(page: Page, address: string, view: PrintView = {}): Promise<PrintedDeck> {
  await openPrintView(page, address, view)
  await linkSlides(page, view.publicAddress)
  const { language, slides } = await readSlides(page, view.withClicks ?? false)
  return { pdf: await printPage(page), language, slides }
}

/** Runs the loading of a page; when it takes too long, says what the page is still waiting for. */
async function settle(page: Page, { troubles, pending }: PageWatch, settleMs: number, load: () => Promise<void>): Promise<void> {
  try { await load() }
  catch (error) {
    if (!(error instanceof Error && error.name === 'TimeoutError')) throw error
    // A page whose script never ends cannot be asked.
    const waiting = await Promise.race([page.evaluate(readUnsettled, LOADING), new Promise<string[]>((resolve) => { setTimeout(() => { resolve(['the page does not answer']) }, 2000).unref() })])
    const unanswered = [...pending].map((url) => `no answer for ${url}`)
    throw new Error([`${page.url()} did not settle within ${settleMs / 1000} s.`, ...new Set([...waiting, ...unanswered, ...troubles])].join('\n  '), { cause: error })
  }
}

/** Runs in the page. Print makes the paper white on the root itself, so the dark theme's own is put there. */
function useDarkTheme(): void {
  const root = document.documentElement
  const sample = document.createElement('div')
  sample.dataset['theme'] = 'dark'
  document.body.append(sample)
  root.style.setProperty('--paper', getComputedStyle(sample).getPropertyValue('--paper'))
  sample.remove()
  root.dataset['theme'] = 'dark'
}

/** Runs in the page: what keeps it from being settled, in words. */
function readUnsettled(loading: string): string[] {
  const slides = [...document.querySelectorAll('.print-slide-container')]
  const numberOf = (element: Element): string => { const slide = element.closest('.print-slide-container'); return slide === null ? 'outside of the slides' : `on slide ${Number.parseInt(slide.id, 10)}` }
  return [
    ...(slides.length === 0 ? ['there is no slide yet'] : []),
    ...slides.filter((slide) => slide.querySelector(loading) !== null).map((slide) => `slide ${Number.parseInt(slide.id, 10)} is still loading`),
    ...[...document.images].filter((image) => !image.complete).map((image) => `an image ${numberOf(image)} is still loading: ${image.src}`),
    ...(document.fonts.status === 'loaded' ? [] : ['a font is still loading']),
  ]
}

/** Slides count as settled when none is still loading a part, every image is decoded and the fonts are there. */
async function waitForSlides(page: Page, settleMs: number): Promise<void> {
  await page.waitForFunction((loading) => {
    const slides = [...document.querySelectorAll('.print-slide-container')]
    return slides.length > 0 && slides.every((slide) => slide.querySelector(loading) === null)
      && [...document.images].every((image) => image.complete) && document.fonts.status === 'loaded'
  }, LOADING, { timeout: settleMs })
  await page.evaluate(async () => { await document.fonts.ready })
}

/** What each slide says as the browser laid it out, and which of its texts do not fit on it. */
async function readSlides(page: Page, withClicks: boolean): Promise<{ language: string, slides: ExpectedPage[] }> {
  return page.evaluate((withClicks) => ({
    language: document.documentElement.lang,
    slides: [...document.querySelectorAll<HTMLElement>('.print-slide-container')].map((slide) => {
      const edge = slide.getBoundingClientRect()
      const cutOff: string[] = []
      const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
        range.selectNodeContents(text)
        const place = range.getBoundingClientRect()
        const fits = place.left >= edge.left - 1 && place.right <= edge.right + 1 && place.top >= edge.top - 1 && place.bottom <= edge.bottom + 1
        if (place.width > 0 && !fits) cutOff.push((text.textContent ?? '').trim())
      }
      const [number = 0, step = 1] = slide.id.split('-').map(Number)
      return { name: `slide ${number}${withClicks ? `, step ${step}` : ''}`, text: slide.innerText, cutOff }
    }),
  }), withClicks)
}

/** Takes away the slides that are not in the range. Throws, with the number of slides there are, when none is left. */
async function keepSlides(page: Page, range: string): Promise<void> {
  const total = await page.evaluate(() => Math.max(...[...document.querySelectorAll('.print-slide-container')].map(({ id }) => Number.parseInt(id, 10))))
  const wanted = parseRangeString(total, range)
  if (wanted.length === 0) throw new Error(`There is no slide ${range}; the deck has ${total}.`)
  await page.evaluate((numbers) => {
    for (const slide of document.querySelectorAll('.print-slide-container')) if (!numbers.includes(Number.parseInt(slide.id, 10))) slide.remove()
  }, wanted)
}

/**
 * The printer leaves out text that is kept for screen readers beside a figure. It becomes the figure's alternative text, and a
 * drawing that a screen reader skips because of it becomes a figure itself.
 */
async function putHiddenTextIntoFigures(page: Page): Promise<void> {
  await page.evaluate(() => {
    const shown = document.querySelectorAll<HTMLElement | SVGElement>('.print-slide-container *')
    const hidden = [...shown].filter((element) => getComputedStyle(element).clipPath === 'inset(50%)')
    for (const figure of document.querySelectorAll('.print-slide-container figure')) {
      const words = [...hidden.filter((element) => figure.contains(element)), ...figure.querySelectorAll('figcaption')].map((element) => (element instanceof HTMLElement ? element.innerText : element.textContent).replace(/\s+/g, ' ').trim())
      const text = [...new Set([...words, figure.querySelector('[role="img"]')?.getAttribute('aria-label') ?? ''])].filter((part) => part !== '').join('. ')
      const drawing = figure.querySelector(':scope > svg[aria-hidden]')
      if (drawing !== null) {
        drawing.removeAttribute('aria-hidden')
        drawing.setAttribute('role', 'img')
        drawing.setAttribute('aria-label', text)
      }
      if (!figure.hasAttribute('aria-label') && !figure.hasAttribute('aria-labelledby')) figure.setAttribute('aria-label', text)
    }
    for (const element of hidden) element.style.display = 'none'
  })
}

/**
 * Makes links work on paper. All slides stand on one page, so `#/2` must lead to the element whose id begins `002-`; a link into
 * the site leads to where it is published. What would lead to this machine, or to a slide that is not printed, becomes text.
 */
export async function linkSlides(page: Page, publicAddress: string | undefined): Promise<void> {
  await page.evaluate((published) => {
    const site = new URL(location.pathname.replace(/decks\/.*$/, ''), location.origin).href
    // An SVG link's href property is no string, so the attribute is read.
    for (const anchor of document.querySelectorAll('a[href]')) {
      const href = anchor.getAttribute('href') ?? ''
      if (/^#(?!\/)/.test(href)) continue
      const number = /^#\/(\d+)$/.exec(href)?.[1]
      const target = number === undefined ? null : document.querySelector(`[id^="${number.padStart(3, '0')}-"]`)
      const address = new URL(href, location.href).href
      if (target !== null) anchor.setAttribute('href', `#${target.id}`)
      else if (number === undefined && published !== undefined && address.startsWith(site)) anchor.setAttribute('href', `${published.replace(/\/*$/, '/')}${address.slice(site.length)}`)
      else if (address.startsWith(site)) anchor.removeAttribute('href')
    }
  }, publicAddress)
}
