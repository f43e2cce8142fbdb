import { existsSync, readdirSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'

const decks = existsSync('dist/decks') ? readdirSync('dist/decks') : []

/** Pieces of text that lie on one another, that leave the slide's margins or that run into its footer, as sentences. */
function findCollisions(slides: Element[]): string[] {
  return slides.flatMap((slide) => {
    const page = slide.getBoundingClientRect()
    const footerTop = slide.querySelector('footer')?.getBoundingClientRect().top ?? page.bottom
    const placed: { words: string, parent: Element, box: DOMRect }[] = []
    const found: string[] = []
    const isForReadersOnly = (element: Element | null): boolean => element !== null && element !== slide && ((element instanceof HTMLElement && element.offsetWidth <= 1 && getComputedStyle(element).position === 'absolute') || isForReadersOnly(element.parentElement))
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      const words = (node.textContent ?? '').trim().slice(0, 40)
      // A big number's line is higher than its digits, and what only screen readers get stands in a box of one pixel.
      if (words === '' || parent === null || parent.closest('.katex, title, desc, kbd, .big-number') !== null || isForReadersOnly(parent) || !parent.checkVisibility({ visibilityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const box of range.getClientRects()) {
        if (box.width <= 1) continue
        if (parent.closest('.slide-body') !== null && box.bottom > footerTop + 2) found.push(`“${words}” runs into the footer`)
        if (box.right > page.right - 44 || box.left < page.left + 24) found.push(`“${words}” leaves the margins`)
        placed.push({ words, parent, box })
      }
    }
    for (const [index, one] of placed.entries()) {
      for (const other of placed.slice(index + 1)) {
        if (one.parent.contains(other.parent) || other.parent.contains(one.parent)) continue
        const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
        const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
        // Lines of text may share their leading.
        if (width > 2 && height > 0.4 * Math.min(one.box.height, other.box.height)) found.push(`“${one.words}” lies on “${other.words}”`)
      }
    }
    return found.map((fault) => `${slide.querySelector('h1')?.textContent ?? ''}: ${fault}`)
  })
}

async function openAllSlides(page: Page, slug: string): Promise<void> {
  await page.setViewportSize({ width: 980, height: 552 })
  await page.goto(`/decks/${slug}/#/print?print=true`)
  await expect.poll(() => page.locator('.print-slide-container').evaluateAll((slides) => slides.length > 0 && slides.every((slide) => slide.querySelectorAll('h1').length === 1))).toBe(true)
  await page.waitForFunction(() => document.fonts.status === 'loaded')
}

for (const slug of decks) {
  test(`${slug}: no two texts of a slide meet, and the dark room has enough contrast`, async ({ page }) => {
    test.setTimeout(120_000)
    await openAllSlides(page, slug)
    expect(await page.locator('.print-slide-container').evaluateAll(findCollisions)).toEqual([])
    await page.evaluate(() => {
      document.documentElement.classList.remove('print')
      document.documentElement.dataset['theme'] = 'dark'
    })
    const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
    expect(violations.flatMap(({ nodes }) => nodes.map(({ target, any }) => `${target.join(' ')}: ${any[0]?.message ?? ''}`))).toEqual([])
  })

  test(`${slug}: each question fits its slide with every answer one can give, before and after it is kept`, async ({ page }) => {
    test.setTimeout(180_000)
    await openAllSlides(page, slug)
    const numbers = await page.locator('.print-slide-container').evaluateAll((slides) => slides.flatMap((slide, index) => (slide.querySelector('.deck-question') === null ? [] : [index + 1])))
    for (const number of numbers) {
      await page.goto(`/decks/${slug}/#/${number}`)
      await page.reload()
      const slide = page.locator(`[data-slidev-no="${number}"]`).filter({ visible: true })
      const options = slide.getByRole('radio')
      await expect(options.first()).toBeAttached()
      for (let option = 0; option < await options.count(); option++) {
        await page.reload()
        await options.nth(option).check({ force: true })
        await slide.getByRole('button', { name: /^Sure/ }).click()
        await expect(slide.locator('.feedback-panel')).toBeVisible()
        expect(await slide.evaluateAll(findCollisions)).toEqual([])
      }
      await slide.getByRole('button', { name: /Keep as missed|Good/ }).click()
      await expect(slide.locator('.outcome')).toContainText('Kept')
      expect(await slide.evaluateAll(findCollisions)).toEqual([])
    }
  })
}
