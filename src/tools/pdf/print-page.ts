/** Prints an open page, and tells what went wrong in it on the way. */
import type { Page } from 'playwright'

/** What a page complained of and what it still waits for; looked at once it has settled, and again once it is printed. */
export interface PageWatch { readonly troubles: string[], readonly pending: Set<string> }

const watches = new WeakMap<Page, PageWatch>()

/** Begins to watch what the page loads next; what was said of it before is forgotten. */
export function watchPage(page: Page): PageWatch {
  const known = watches.get(page)
  if (known !== undefined) {
    known.troubles.length = 0
    known.pending.clear()
    return known
  }
  const watch: PageWatch = { troubles: [], pending: new Set() }
  watches.set(page, watch)
  page.on('request', (request) => watch.pending.add(request.url()))
  page.on('requestfinished', (request) => watch.pending.delete(request.url()))
  page.on('pageerror', (error) => watch.troubles.push(`The page reported: ${error.message}`))
  page.on('requestfailed', (request) => { watch.pending.delete(request.url()); watch.troubles.push(`A resource could not be loaded: ${request.url()}`) })
  page.on('response', (response) => { if (response.status() >= 400) watch.troubles.push(`A resource answered ${response.status()}: ${response.url()}`) })
  return watch
}

export function throwTroubles({ troubles }: PageWatch): void {
  if (troubles.length > 0) throw new Error([...new Set(troubles)].join('\n'))
}

/** Prints a watched page, tagged and with an outline. Throws what the browser complained of on the way. */
export async function printPage(page: Page): Promise<Uint8Array> {
  const pdf = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })
  const watch = watches.get(page)
  if (watch !== undefined) throwTroubles(watch)
  return pdf
}
