import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { answerSomehow, openSession } from './studying.ts'
import { makeBackup, restore } from './weeks-of-study.ts'

test.use({ locale: 'zh-CN' })

const pages = ['', 'library', 'articles/o1-value', 'articles/debate', 'claims/o1-errors-compound', 'questions/o1-q-definite-answer', 'issues', 'issues/is-ai-slowing', 'progress', 'settings']

/** A full-width mark with a space behind it, in words of the interface. */
async function findGaps(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => document.body.textContent)
  return [...text.matchAll(/.{0,12}[。！？：；，、）》] +(?=[\p{L}\p{N}«“])/gu)].map(([found]) => found)
}

test('in Chinese no space follows a full stop, wherever sentences are joined', async ({ page }) => {
  test.setTimeout(180_000)
  await restore(page, await makeBackup(40))
  const found: string[] = []
  for (const address of pages) {
    await page.goto(`#/${address}`)
    await expect(page.locator('[aria-busy]')).toHaveCount(0)
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
    found.push(...(await findGaps(page)).map((gap) => `${address}: ${gap}`))
  }
  for (const kind of ['several', 'classifying', 'numeric']) {
    await openSession(page, `kind=${kind}&practice=1`)
    await answerSomehow(page)
    await page.locator('.answer-bar button').first().click()
    await expect(page.locator('.feedback-panel')).toBeVisible()
    found.push(...(await findGaps(page)).map((gap) => `${kind}: ${gap}`))
  }
  expect(found).toEqual([])
})
