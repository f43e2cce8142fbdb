import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'

const pages = ['', 'library', 'progress', 'settings', 'issues', 'glossary', 'mechanisms', 'articles/o1-value', 'articles/debate', 'claims/o1-errors-compound', 'issues/is-ai-slowing', 'mechanisms/step-success', 'questions/o1-q-definite-answer', 'library?q=data', 'study?kind=choice&practice=1', 'nothing-here']

/** Names of people and papers stay as they are. */
const properNames = /Zhang Junlin|Adam GPT|Noam Brown|The Information|Reposted by 掌心科技/g

/** What is shown in Latin letters but is not said to be in another language; names of keys and of the app itself aside. */
async function findUntranslated(page: Page): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const found: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const place = node.parentElement
      const text = node.textContent?.trim() ?? ''
      if (!place || text === 'Lectern' || place.closest('kbd, script, style, math, select')) continue
      if (place.closest('[lang]')?.getAttribute('lang') === 'zh-CN' && place.checkVisibility()) found.push(text)
    }
    return found
  })
  return shown.filter((text) => /[A-Za-z]{3,} [A-Za-z]{2,}|^[A-Z][a-z]{3,}$/.test(text.replace(properNames, '')))
}

test('the interface is Chinese once it is chosen, and stays so', async ({ page }) => {
  await page.goto('#/settings')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.getByText('简体中文').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible()
  await expect(page).toHaveTitle(/设置/)
})

test.describe('for a reader whose browser asks for Chinese', () => {
  test.use({ locale: 'zh-CN' })
  for (const address of pages) {
    test(`no English is left around the library’s own texts on “${address || 'today'}”`, async ({ page }) => {
      await page.goto(`#/${address}`)
      await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
      await expect(page.locator('[aria-busy]')).toHaveCount(0)
      expect(await findUntranslated(page)).toEqual([])
    })
  }
})
