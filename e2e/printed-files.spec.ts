import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'

/** Where PDFs are offered, and something that each of these pages shows in any case. */
const places = {
  library: { address: '/#/library', shows: /^Glossary/ },
  article: { address: '/#/articles/o1-value', shows: /^Open the deck$/ },
  deck: { address: '/decks/o1-value/#/21', shows: /^Start a session on/ },
} as const

/** Answers as a host on which just these PDFs stand; undefined for one that has no folder for them at all. */
async function holdPdfs(page: Page, names: readonly string[] | undefined): Promise<void> {
  await page.route('**/pdf/index.json', (route) => route.fulfill(names === undefined ? { status: 404, contentType: 'text/plain', body: 'Nothing stands at this address.' } : { json: names }))
}

async function expectOffers(page: Page, place: keyof typeof places, expected: readonly string[]): Promise<void> {
  const { address, shows } = places[place]
  // A new load, since the app asks for the list once.
  await page.goto('about:blank')
  const answered = page.waitForResponse('**/pdf/index.json')
  await page.goto(address)
  await answered
  await expect(page.getByRole('link', { name: shows }).last()).toBeVisible()
  const offered = page.locator('a[href$=".pdf"]')
  await expect(offered).toHaveCount(expected.length)
  expect(await offered.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual(expected)
}

// A service worker would answer before these hosts do.
test.use({ serviceWorkers: 'block' })
test.afterEach(({ troubles }) => {
  const expected = /status of 404|could not be kept for offline use|Service Worker registration blocked/
  troubles.splice(0, troubles.length, ...troubles.filter((trouble) => !expected.test(trouble)))
})

test('a site without PDFs, listed or not, offers none, and its app and decks work', async ({ page }) => {
  for (const names of [[], undefined]) {
    await holdPdfs(page, names)
    for (const place of ['library', 'article', 'deck'] as const) await expectOffers(page, place, [])
  }
})

test('a site with some PDFs offers just these, in the app and in the deck', async ({ page }) => {
  await holdPdfs(page, ['debate.pdf', 'library.pdf', 'o1-value-worksheet.pdf', 'o1-value.pdf'])
  await expectOffers(page, 'library', ['pdf/library.pdf'])
  await expectOffers(page, 'article', ['pdf/o1-value.pdf', 'pdf/o1-value-worksheet.pdf'])
  await expectOffers(page, 'deck', ['../../pdf/o1-value.pdf', '../../pdf/o1-value-worksheet.pdf'])
})
