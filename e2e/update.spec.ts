import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sirv from 'sirv'
import type { Page } from 'playwright/test'
import { expect, test as base } from './fixtures.ts'
import { missQuestion, openSession, readStem } from './studying.ts'

interface Site {
  readonly address: string
  /** Puts another build in the place of the first: another page, another list of files. */
  publish(): void
}

/** The built quiz on a server of its own, so that a new version can come out while it is open. */
const test = base.extend<{ site: Site }>({
  site: [async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'lectern-site-'))
    cpSync('dist', folder, { recursive: true, filter: (path) => !/dist[\\/]decks$|\.pdf$/.test(path) })
    const server = createServer(sirv(folder, { dev: true, etag: true }))
    await new Promise<void>((resolve) => { server.listen(0, resolve) })
    const change = (name: string, from: RegExp, to: string) => {
      const before = readFileSync(join(folder, name), 'utf8')
      expect(before).toMatch(from)
      writeFileSync(join(folder, name), before.replace(from, to))
    }
    const listening = server.address()
    if (listening === null || typeof listening === 'string') throw new Error('the server has no port')
    await use({
      address: `http://localhost:${listening.port}/`,
      publish() {
        change('index.html', /<head>/, '<head><meta name="edition" content="second">')
        change('service-worker.js', /(url:`index\.html`,revision:`)[0-9a-f]+/, '$1second')
      },
    })
    server.close()
    server.closeAllConnections()
    rmSync(folder, { recursive: true, force: true })
  }, { scope: 'test' }],
  baseURL: async ({ site }, use) => { await use(site.address) },
})

const offer = (page: Page) => page.getByRole('button', { name: 'Load it now' })
const edition = (page: Page) => page.locator('meta[name="edition"]')

/** As for a page that is looked at again after a while. */
async function lookAgain(page: Page): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
}

async function visitOnce(page: Page): Promise<void> {
  await page.goto('/')
  await page.evaluate(async () => { await navigator.serviceWorker.ready })
}

test('a new version is offered and never forced: the session goes on, and after the update at the same place', async ({ page, site }) => {
  await visitOnce(page)
  await openSession(page)
  await missQuestion(page)
  const stem = await readStem(page)
  site.publish()
  await lookAgain(page)
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null)).toBe(true)
  expect(await readStem(page)).toBe(stem)
  await expect(offer(page)).toHaveCount(0)
  await missQuestion(page)
  const next = await readStem(page)

  await page.goto('#/articles/o1-value')
  await expect(offer(page)).toBeVisible()
  await expect(edition(page)).toHaveCount(0)
  await offer(page).click()
  await expect(edition(page)).toHaveAttribute('content', 'second')
  await expect(page).toHaveURL(/#\/articles\/o1-value$/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(offer(page)).toHaveCount(0)

  await page.goto('#/')
  await page.getByRole('link', { name: /Continue/ }).click()
  await expect(page.getByText(/^3 of \d+$/)).toBeVisible()
  expect(await readStem(page)).toBe(next)
})

test('a version that was not wanted waits: a reload brings the offer back, not the version', async ({ page, site }) => {
  await visitOnce(page)
  site.publish()
  await lookAgain(page)
  await expect(offer(page)).toBeVisible()
  await page.reload()
  await expect(offer(page)).toBeVisible()
  await expect(edition(page)).toHaveCount(0)
})

test('an update in one tab takes no session from another', async ({ page, context, site }) => {
  await visitOnce(page)
  await openSession(page)
  await missQuestion(page)
  const stem = await readStem(page)
  const other = await context.newPage()
  await other.goto('/')
  site.publish()
  await lookAgain(other)
  await offer(other).click()
  await expect(edition(other)).toHaveAttribute('content', 'second')
  expect(await readStem(page)).toBe(stem)
  await missQuestion(page)
  await expect(page.getByText(/^3 of \d+$/)).toBeVisible()
})
