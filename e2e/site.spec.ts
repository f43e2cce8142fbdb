import AxeBuilder from '@axe-core/playwright'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'

const pages = ['/', '/#/library', '/#/articles/o1-value', '/#/claims/o1-errors-compound', '/#/questions/o1-q-definite-answer', '/#/issues', '/#/glossary', '/#/mechanisms', '/#/mechanisms/step-success', '/#/progress', '/#/settings', '/#/study?article=o1-value']

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page in the ${theme} theme`, async ({ page }) => {
    test.setTimeout(180_000)
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    for (const address of pages) {
      await page.goto(address)
      await expect(page.getByRole('heading').first()).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${address} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([])
    }
  })
}

test('every page holds to a policy without eval and without other hosts', async ({ request }) => {
  for (const address of ['/', '/decks/o1-value/']) {
    const html = await (await request.get(address)).text()
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? ''
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe-eval')
    expect(policy).not.toMatch(/https?:/)
  }
})

test('no script holds the schemas of questions or what is printed of them', () => {
  const scripts = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))
  expect(scripts).not.toEqual([])
  // Words of the frame that all schemas share, and of the slot that a letter is written into.
  expect(scripts.filter((name) => /Goes up when the meaning changes|class="slot"/.test(readFileSync(join('dist', name), 'utf8')))).toEqual([])
})

test('no page is wider than a small phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const address of pages) {
    await page.goto(address)
    await expect(page.getByRole('heading').first()).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320)
  }
})

test('an article can be followed from its page to a claim, to a slide and to a question', async ({ page }) => {
  await page.goto('/#/articles/o1-value')
  await page.locator('main a[href*="#/claims/"]').first().click()
  await expect(page).toHaveURL(/claims\//)
  await expect(page.locator('main')).toContainText('¶')
  await expect(page.locator('main').locator('a[href*="decks/o1-value/#/"]').first()).toBeVisible()
})
