import { expect, test } from './fixtures.ts'
import { missQuestion, openSession, readStem } from './studying.ts'

test('an address that is changed while the first page is still on its way is followed', async ({ page }) => {
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => { release = resolve })
  await page.route(/LibraryPage-.*\.js$/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto('#/library', { waitUntil: 'commit' })
  await expect(page.getByRole('navigation')).toBeVisible()
  await page.evaluate(() => { location.hash = '#/settings' })
  release()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await expect(page).toHaveURL(/#\/settings$/)
})

for (const address of ['claims/no-such-claim', 'articles/no-such-article', 'questions/no-such-question', 'issues/no-such-issue', 'mechanisms/no-such-mechanism', 'no/such/page']) {
  test(`an unknown link to ${address} says so and leads back`, async ({ page }) => {
    await page.goto(`#/${address}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.locator('main').getByRole('link').first().click()
    await expect(page).not.toHaveURL(/no-such|no\/such/)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })
}

test.describe('before the app is kept for use without a network', () => {
  test.use({ serviceWorkers: 'block' })

  test('a page that cannot be fetched is told in its place, and the session goes on', async ({ page, troubles }) => {
    await openSession(page)
    await missQuestion(page)
    const stem = await readStem(page)
    await page.route(/SettingsPage-.*\.js$/, (route) => route.abort())
    await page.goto('#/settings')
    await expect(page.getByRole('alert')).toContainText('This page could not be shown')
    await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
    await page.getByRole('alert').getByRole('link').click()
    await page.getByRole('link', { name: /Continue/ }).click()
    await expect(page.getByText(/^2 of \d+$/)).toBeVisible()
    expect(await readStem(page)).toBe(stem)
    // The failed request and what was said of it are what this test is about.
    troubles.splice(0)
  })

  test('a page that could not be fetched opens when it is tried again', async ({ page, troubles }) => {
    await page.goto('/')
    await page.route(/GlossaryPage-.*\.js$/, (route) => route.abort(), { times: 1 })
    await page.goto('#/glossary')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible()
    await expect(page).toHaveURL(/#\/glossary$/)
    troubles.splice(0)
  })

  test('the glossary whose text could not be fetched shows when it is tried again', async ({ page, troubles }) => {
    await page.goto('/')
    let isCut = true
    await page.route(/\/assets\/commons-[\w-]+\.json$/, (route) => (isCut ? route.abort() : route.continue()))
    await page.goto('#/glossary')
    await expect(page.getByRole('alert')).toContainText('This page could not be shown')
    isCut = false
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Glossary' })).toBeVisible()
    troubles.splice(0)
  })
})
