import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { missQuestion } from './studying.ts'

/** One visit is over when the worker has kept all it keeps. */
async function visitOnce(page: Page): Promise<void> {
  await page.goto('/')
  await page.evaluate(async () => { await navigator.serviceWorker.ready })
}

test('after one visit the quiz works with no network', async ({ page, context, troubles }) => {
  await visitOnce(page)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await context.setOffline(true)
  await page.goto('/#/study?article=o1-value')
  await page.reload()
  await missQuestion(page)
  await expect(page.getByText(/^2 of \d+$/)).toBeVisible()
  // What is not there without a network may be missed, but must not have stopped the page.
  troubles.splice(0)
})

test('with no network every page of the quiz opens, in the fonts that it has', async ({ page, context, troubles }) => {
  await visitOnce(page)
  await context.setOffline(true)
  await page.reload()
  for (const address of ['library', 'articles/o1-value', 'claims/o1-errors-compound', 'issues', 'glossary', 'mechanisms/step-success', 'progress', 'settings']) {
    await page.goto(`#/${address}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
  }
  expect(await page.evaluate(async () => { await document.fonts.ready; return [...document.fonts].filter(({ status }) => status === 'error').length })).toBe(0)
  troubles.splice(0)
})

test('the app can be installed: its manifest names every icon that a system asks for', async ({ page, request }) => {
  await page.goto('/')
  const address = new URL(await page.locator('link[rel=manifest]').getAttribute('href') ?? '', page.url()).href
  // Our own file, whose shape this test is about.
  const manifest = await (await request.get(address)).json() as { name: string; start_url: string; display: string; icons: { src: string; sizes: string; purpose?: string }[] }
  expect(manifest).toMatchObject({ display: 'standalone', start_url: './' })
  for (const [sizes, purpose] of [['192x192', undefined], ['512x512', undefined], ['512x512', 'maskable']] as const) expect(manifest.icons).toContainEqual(expect.objectContaining({ sizes, ...(purpose && { purpose }) }))
  for (const { src } of manifest.icons) expect((await request.get(new URL(src, address).href)).headers()['content-type']).toMatch(/^image\//)
})
