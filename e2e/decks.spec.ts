import { existsSync, readdirSync } from 'node:fs'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'

const decks = existsSync('dist/decks') ? readdirSync('dist/decks') : []

/** All slides of a deck at once. They load one by one; each is there when its headline is. */
async function openAllSlides(page: Page, slug: string): Promise<void> {
  await page.goto(`/decks/${slug}/#/print?print=true`)
  await expect.poll(() => page.locator('.print-slide-container').evaluateAll((slides) => slides.length > 0 && slides.every((slide) => slide.querySelectorAll('h1').length === 1))).toBe(true)
}

test('there is a deck to test', () => { expect(decks).toContain('o1-value') })

for (const slug of decks) {
  test(`${slug}: nothing on any slide sticks out of 980 × 552, and no type is too small`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.setViewportSize({ width: 980, height: 552 })
    await openAllSlides(page, slug)
    await page.waitForFunction(() => document.fonts.status === 'loaded')
    const findings = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.print-slide-container')].flatMap((slide, index) => {
      const box = slide.getBoundingClientRect()
      const found: string[] = []
      const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const parent = node.parentElement
        // What only screen readers get stands in a box of one pixel.
        const isForReadersOnly = (element: Element | null): boolean => element !== null && element !== slide && ((element instanceof HTMLElement && element.offsetWidth <= 1 && getComputedStyle(element).position === 'absolute') || isForReadersOnly(element.parentElement))
        if ((node.textContent ?? '').trim() === '' || parent === null || parent.closest('.katex-mathml, title, desc') !== null || isForReadersOnly(parent)) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const text = range.getBoundingClientRect()
        if (text.width === 0 || getComputedStyle(parent).visibility === 'hidden') continue
        const words = (node.textContent ?? '').trim().slice(0, 40)
        if (text.right > box.right + 1 || text.left < box.left - 1 || text.bottom > box.bottom + 1 || text.top < box.top - 1) found.push(`slide ${index + 1}: “${words}” sticks out`)
        const svg = parent.closest('svg')
        const view = svg?.viewBox.baseVal
        const scale = svg !== null && view !== undefined && view !== null && view.width > 0 ? Math.min(svg.getBoundingClientRect().width / view.width, svg.getBoundingClientRect().height / view.height) : 1
        const size = parseFloat(getComputedStyle(parent).fontSize) * scale
        const smallest = parent.closest('footer, .tag, sup, .katex') !== null ? 11 : 15.5
        if (size < smallest) found.push(`slide ${index + 1}: “${words}” is set at ${size.toFixed(1)} px`)
      }
      return found
    }))
    expect(findings).toEqual([])
  })

  test(`${slug}: every slide has one first heading and a title of its own`, async ({ page }) => {
    await openAllSlides(page, slug)
    await page.goto(`/decks/${slug}/#/2`)
    await expect(page).toHaveTitle(/^2\. /)
    await page.goto(`/decks/${slug}/#/3`)
    await expect(page).toHaveTitle(/^3\. /)
  })

  test(`${slug}: presenter mode shows the notes`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 720 })
    await page.goto(`/decks/${slug}/#/presenter/2`)
    await expect(page.locator('.note').first()).toContainText(/\w+ \w+ \w+/)
  })
}

test('a question answered in the deck counts in the quiz, and showing it writes nothing', async ({ page }) => {
  await openAllSlides(page, 'o1-value')
  const numbers = await page.locator('.print-slide-container').evaluateAll((slides) => slides.flatMap((slide, index) => (slide.querySelector('.deck-question') === null ? [] : [index + 1])))
  const number = numbers[0] ?? 0
  expect(number).toBeGreaterThan(0)
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  await page.goto(`/decks/o1-value/#/${number}`)
  await page.reload()
  const question = page.locator(`[data-slidev-no="${number}"] .deck-question`).filter({ visible: true })
  await question.getByRole('radio').first().check({ force: true })
  await question.getByRole('button', { name: /^Sure/ }).click()
  await expect(question.locator('.feedback-panel')).toBeVisible()
  await question.getByRole('button', { name: /Keep as missed|Good/ }).click()
  await expect(question.locator('.outcome')).toContainText('Kept')
  await page.goto('/#/progress')
  await expect(page.locator('main')).toContainText('1 answer so far')
})
