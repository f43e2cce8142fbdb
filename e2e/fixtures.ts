/** What every end-to-end test starts from: a page that may not complain and may not call another host. */
import { test as base, expect, type Page } from 'playwright/test'

export { expect }

export const test = base.extend<{ troubles: string[] }>({
  /** Whatever the page complained of; must be empty at the end. A test that expects a complaint empties it itself. */
  troubles: [async ({ page, baseURL }, use) => {
    const troubles: string[] = []
    watch(page, baseURL ?? '', troubles)
    await use(troubles)
    expect(troubles).toEqual([])
  }, { auto: true }],
})

function watch(page: Page, site: string, troubles: string[]): void {
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
  page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') troubles.push(`${message.type()}: ${message.text()}`) })
  page.on('request', (request) => { if (!request.url().startsWith(site) && !/^(data|blob):/.test(request.url())) troubles.push(`asked another host: ${request.url()}`) })
}
