/** Pages that are printed with again and again: to open one, with a profile of its own, takes the browser as long as to lay out a deck. */
import type { Browser, Page } from 'playwright'

/** How a page is set up to be printed: one slide fills the window, and nothing moves. */
export const printSurface = { viewport: { width: 980, height: 552 }, reducedMotion: 'reduce', colorScheme: 'light' } as const

export interface PagePool {
  /** Lends a page for as long as the work takes; what was printed last may still stand on it. One on which something failed is closed and not lent again. */
  lend<T>(work: (page: Page) => Promise<T>): Promise<T>
}

export function openPagePool(browser: Browser): PagePool {
  const idle: Page[] = []
  return {
    async lend(work) {
      const page = idle.pop() ?? await browser.newPage(printSurface)
      try {
        const result = await work(page)
        idle.push(page)
        return result
      }
      catch (error) {
        await page.close()
        throw error
      }
    },
  }
}
