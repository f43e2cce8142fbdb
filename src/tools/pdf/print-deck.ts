/** Prints a built deck: one page a slide, in the browser that the caller opened. */
import { parseRangeString } from '@slidev/parser'
import type { Browser, Page } from 'playwright'
import { speakFormulas } from './speak-formulas.ts'

export interface PrintedDeck {
  readonly pdf: Uint8Array
  readonly language: string
  /** Per slide, its visible text as the browser laid it out; the printed page must give the same back. */
  readonly slideTexts: readonly string[]
}

const settleMs = 30_000
/** One page a slide at the canvas's own size, without an empty page after the last. Contained, a slide is never split: what runs over its edge is cut off. */
const pageStyle = `@page { size: 980px 552px; margin: 0 } .print-slide-container { contain: size layout paint } .print-slide-container:last-child { break-after: auto } #twoslash-container { display: none } .slide-frame a:not([href]) { text-decoration: none }`

/** What the browser complained of while a page loaded; looked at once the page has settled. */
const troublesOf = new WeakMap<Page, string[]>()

export interface PrintView {
  /** One page for each click step instead of one a slide in its final state. */
  readonly withClicks?: boolean
  /** The slides to print, such as `2-5,8`; all of them when absent. */
  readonly range?: string
  /** Where the site is published; links to its pages lead there. Without it they are printed as text. */
  readonly publicAddress?: string
}

/**
 * Opens the deck's print view and waits until slides, fonts and images have settled.
 * Throws, naming the slide or the resource, when something never settles or the page reports an error.
 */
export async function openPrintView(browser: Browser, address: string, { withClicks = false, range }: PrintView = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 980, height: 552 }, reducedMotion: 'reduce', colorScheme: 'light' })
  const troubles: string[] = []
  troublesOf.set(page, troubles)
  page.on('pageerror', (error) => troubles.push(`The page reported: ${error.message}`))
  page.on('requestfailed', (request) => troubles.push(`A resource could not be loaded: ${request.url()}`))
  page.on('response', (response) => { if (response.status() >= 400) troubles.push(`A resource answered ${response.status()}: ${response.url()}`) })
  try {
    // Slidev reads the wish for click steps from the address before the hash, and then shows mechanisms with all their values.
    await page.goto(`${address}${withClicks ? '?print=clicks' : ''}#/print?print=true`, { waitUntil: 'load', timeout: settleMs })
    await waitForSlides(page, troubles)
    if (troubles.length > 0) throw new Error([...new Set(troubles)].join('\n'))
    if (range !== undefined) await keepSlides(page, range)
    await page.addStyleTag({ content: pageStyle })
    // What the styles hide on paper is not among the text that is looked for there.
    await page.emulateMedia({ media: 'print' })
    await putHiddenTextIntoFigures(page)
    await page.evaluate(speakFormulas)
    return page
  }
  catch (error) {
    await page.close()
    throw error
  }
}

/** Prints a built deck tagged, with outline and links that work inside the file. Throws like openPrintView. */
export async function printDeck(browser: Browser, address: string, view: PrintView = {}): Promise<PrintedDeck> {
  const page = await openPrintView(browser, address, view)
  try {
    await linkSlides(page, view.publicAddress)
    const { language, slideTexts } = await page.evaluate(() => ({
      language: document.documentElement.lang,
      slideTexts: [...document.querySelectorAll<HTMLElement>('.print-slide-container')].map((slide) => slide.innerText),
    }))
    return { pdf: await printPage(page), language, slideTexts }
  }
  finally { await page.close() }
}

/** Prints an open print view, tagged and with an outline. Throws what the browser complained of on the way. */
export async function printPage(page: Page): Promise<Uint8Array> {
  const pdf = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })
  const troubles = troublesOf.get(page) ?? []
  if (troubles.length > 0) throw new Error([...new Set(troubles)].join('\n'))
  return pdf
}

/** Slides count as settled when none is still loading a part, every image is decoded and the fonts are there. */
async function waitForSlides(page: Page, troubles: readonly string[]): Promise<void> {
  try {
    await page.waitForFunction(() => {
      const slides = [...document.querySelectorAll('.print-slide-container')]
      return slides.length > 0 && slides.every((slide) => slide.querySelector('.slidev-slide-loading, [aria-busy="true"]') === null)
        && [...document.images].every((image) => image.complete) && document.fonts.status === 'loaded'
    }, undefined, { timeout: settleMs })
  }
  catch (error) {
    const unsettled = await page.evaluate(() => [...document.querySelectorAll('.print-slide-container')].flatMap((slide, index) => slide.querySelector('.slidev-slide-loading, [aria-busy="true"]') === null ? [] : [index + 1]))
    throw new Error([`The print view did not settle within ${settleMs / 1000} s${unsettled.length > 0 ? `; still loading: slide ${unsettled.join(', ')}` : ''}.`, ...troubles].join('\n'), { cause: error })
  }
  await page.evaluate(async () => { await document.fonts.ready })
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
