import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { answerSomehow, checkAnswer, openSession } from './studying.ts'

const pages = ['', 'library', 'library?q=data', 'articles/o1-value', 'articles/debate', 'claims/o1-errors-compound', 'issues', 'issues/is-ai-slowing', 'glossary', 'mechanisms/step-success', 'progress', 'settings']

async function setTextSize(page: Page, size: string): Promise<void> {
  await page.goto('#/settings')
  await page.getByRole('radiogroup', { name: 'Text size' }).getByText(size, { exact: true }).click()
}

for (const width of [390, 1280]) {
  test(`at twice the text size nothing is cut off or squeezed ${width} px wide`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.setViewportSize({ width, height: 800 })
    await setTextSize(page, '200%')
    const bad: string[] = []
    for (const address of pages) {
      await page.goto(`#/${address}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
      await expect(page.locator('[aria-busy]')).toHaveCount(0)
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) bad.push(`${address} scrolls sideways`)
      // A heading as narrow as two of its letters stands in a column that has no room.
      bad.push(...await page.locator('main :is(h1, h2)').evaluateAll((headings) => headings.filter((one) => one.checkVisibility() && one.clientWidth > 1 && one.clientWidth < 2 * Number.parseFloat(getComputedStyle(one).fontSize)).map((one) => `squeezed: ${one.textContent}`)))
    }
    expect(bad).toEqual([])
  })
}

test('the questions grow with the text as everything else does', async ({ page }) => {
  const heights = async (article: string) => {
    await openSession(page, `kind=choice&practice=1&article=${article}`)
    const letter = await page.locator('.question .key-box').first().boundingBox()
    const confidence = await page.locator('.answer-bar button').first().boundingBox()
    await answerSomehow(page)
    await checkAnswer(page)
    const verdict = await page.locator('.feedback-panel .verdict').boundingBox()
    return [letter, confidence, verdict].map((box) => box?.height ?? 0)
  }
  const usual = await heights('o1-value')
  await setTextSize(page, '150%')
  const larger = await heights('no-wall')
  for (const [index, height] of larger.entries()) expect(height / (usual[index] ?? 1)).toBeGreaterThan(1.4)
})
