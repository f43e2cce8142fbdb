import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { missQuestion, openSession, readStem } from './studying.ts'

async function search(page: Page, text: string) {
  await page.getByRole('searchbox').fill(text)
  return page.locator('search li')
}

for (const [what, text, found] of [
  ['the beginning of an English word', 'scal', /scaling/i],
  ['a slip of the finger', 'scalling', /scaling/i],
  ['a Chinese term', '预训练', /pre-?training/i],
  ['a Russian word', 'масштабирования', /scaling/i],
  ['a person', 'Sutskever', /Sutskever/],
] as const) {
  test(`search finds by ${what}`, async ({ page }) => {
    await page.goto('#/library')
    await expect((await search(page, text)).filter({ hasText: found }).first()).toBeVisible()
  })
}

test('search finds a question only after it was seen', async ({ page }) => {
  await openSession(page)
  const stem = await readStem(page)
  await page.goto('#/library')
  const question = page.locator('search li').filter({ hasText: 'Question' }).filter({ hasText: stem })
  await search(page, stem)
  await expect(page.locator('search').getByRole('listitem').or(page.getByText('Nothing found')).first()).toBeVisible()
  await expect(question).toHaveCount(0)
  await page.goto('#/study?article=o1-value&kind=choice')
  await missQuestion(page)
  await page.goto('#/library')
  await search(page, stem)
  await expect(question.first()).toBeVisible()
})
