import { readdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { serveSite } from '../src/tools/serve.ts'
import { expect, test } from './fixtures.ts'

/** The one site in dist/, on a static server that knows it only below this path. */
const base = '/some/path/'

test('under any path the quiz and the decks find each other, their fonts and files, and open again without a network', async ({ browser }) => {
  test.setTimeout(120_000)
  const server = await serveSite(0, base)
  // serveSite listens on a port, so its address is one.
  const site = `http://localhost:${(server.address() as AddressInfo).port}${base}`
  const context = await browser.newContext()
  try {
    const strays: string[] = []
    context.on('request', (request) => { if (!request.url().startsWith(site) && !/^(data|blob):/.test(request.url())) strays.push(request.url()) })
    context.on('response', (response) => { if (response.status() >= 400) strays.push(`${response.status()} ${response.url()}`) })
    const page = await context.newPage()
    const lostFonts = () => page.evaluate(async () => { await document.fonts.ready; return [...document.fonts].filter(({ status }) => status === 'error').length })

    await page.goto(`${site}#/claims/o1-errors-compound`)
    const slideLink = page.locator('main a[href*="decks/o1-value/#/"]').first()
    await slideLink.click()
    await expect(page.locator('.slide-frame:visible h1')).toBeVisible()
    await expect(page).toHaveURL(new RegExp(`${base}decks/o1-value/#/\\d+`))
    expect(await lostFonts()).toBe(0)
    const slide = page.url()
    await page.getByRole('link', { name: /^Claim/ }).filter({ visible: true }).first().click()
    await expect(page).toHaveURL(new RegExp(`${base}#/claims/o1-`))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await lostFonts()).toBe(0)

    await page.goto(`${site}decks/o1-value`)
    await expect(page.locator('.slide-cover:visible h1')).toBeVisible()
    for (const pdf of readdirSync('dist/pdf').filter((name) => name.endsWith('.pdf')).slice(0, 1)) expect((await page.request.head(`${site}pdf/${pdf}`)).status()).toBe(200)

    // The deck is whole in the worker's keeping once its last file is.
    await expect.poll(() => page.evaluate(async () => {
      const files: unknown = await (await fetch('files.json')).json()
      const kept = await (await caches.open('decks')).keys()
      return Array.isArray(files) && kept.length > files.length
    }), { timeout: 30_000 }).toBe(true)
    await context.setOffline(true)
    await page.goto(slide)
    await page.reload()
    await expect(page.locator('.slide-frame:visible h1')).toBeVisible()
    await page.goto(`${site}decks/o1-value/#/presenter/1`)
    await page.reload()
    await expect(page.locator('.note')).toContainText('Zhang')
    await page.goto(`${site}#/claims/o1-errors-compound`)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(strays).toEqual([])
  }
  finally {
    await context.close()
    server.close()
  }
})
