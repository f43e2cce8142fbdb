/** Prints a built deck: one page a slide, in the browser that the caller opened. */
import type { Browser, Page } from 'playwright'

export interface PrintedDeck {
  readonly pdf: Uint8Array
  readonly language: string
  /** Per slide, its visible text as the browser laid it out; the printed page must give the same back. */
  readonly slideTexts: readonly string[]
}

const settleMs = 30_000
/** One page a slide at the canvas's own size, without an empty page after the last. */
const pageStyle = `@page { size: 980px 552px; margin: 0 } .print-slide-container:last-child { break-after: auto } #twoslash-container { display: none }`

/** What the browser complained of while a page loaded; looked at once the page has settled. */
const troublesOf = new WeakMap<Page, string[]>()

export interface PrintView {
  /** One page for each click step instead of one a slide in its final state. */
  readonly withClicks?: boolean
  /** The slides to print, such as `2-5,8`; all of them when absent. */
  readonly range?: string
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
    await page.goto(`${address}#/print?print=${withClicks ? 'clicks' : 'true'}${range === undefined ? '' : `&range=${range}`}`, { waitUntil: 'load', timeout: settleMs })
    await waitForSlides(page, troubles)
    if (troubles.length > 0) throw new Error([...new Set(troubles)].join('\n'))
    await page.addStyleTag({ content: pageStyle })
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
    await linkSlides(page)
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

/** In the print view all slides stand on one page, so a link to `#/2` must lead to the element whose id begins `002-`; one to a slide that is not printed leads nowhere. */
export async function linkSlides(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const anchor of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
      const number = /^#\/(\d+)$/.exec(anchor.getAttribute('href') ?? '')?.[1]
      const target = number === undefined ? null : document.querySelector(`[id^="${number.padStart(3, '0')}-"]`)
      if (target !== null) anchor.setAttribute('href', `#${target.id}`)
      else if (number !== undefined) anchor.removeAttribute('href')
    }
  })
}
