import { existsSync, readdirSync } from 'node:fs'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { openSession } from './studying.ts'

const decks = existsSync('dist/decks') ? readdirSync('dist/decks') : []

/** All slides of a deck at once. They load one by one; each is there when its headline is. */
async function openAllSlides(page: Page, slug: string): Promise<void> {
  await page.goto(`/decks/${slug}/#/print?print=true`)
  await expect.poll(() => page.locator('.print-slide-container').evaluateAll((slides) => slides.length > 0 && slides.every((slide) => slide.querySelectorAll('h1').length === 1))).toBe(true)
}

/** What is kept of a learner; Slidev's own view settings, such as the presenter's text size, are no part of it. */
const keptOfLearner = (page: Page) => page.evaluate(async () => [...(await indexedDB.databases()).map(({ name }) => name), ...Object.keys(localStorage).filter((key) => !key.startsWith('slidev-'))])

/** The number and the click of the slide on the screen. */
function whereIs(page: Page): { slide: number, click: number } {
  const [, slide = '1', click = '0'] = /#\/(\d+)(?:\?.*?clicks=(\d+))?/.exec(page.url()) ?? []
  return { slide: Number(slide), click: Number(click) }
}

/** What is wrong with the slide on the screen, as sentences: text outside 980 × 552, small type, motion, headings out of order, Chinese or Russian not marked as such. */
function findFaults(): string[] {
  const slide = [...document.querySelectorAll<HTMLElement>('[data-slidev-no]')].find((element) => element.offsetWidth > 0)
  if (slide === undefined) return ['no slide is shown']
  const found: string[] = []
  const box = slide.getBoundingClientRect()
  // What only screen readers get stands in a box of one pixel.
  const isForReadersOnly = (element: Element | null): boolean => element !== null && element !== slide && ((element instanceof HTMLElement && element.offsetWidth <= 1 && getComputedStyle(element).position === 'absolute') || isForReadersOnly(element.parentElement))
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    const words = (node.textContent ?? '').trim()
    if (words === '' || parent === null || parent.closest('.katex-mathml, title, desc') !== null) continue
    const language = parent.closest('[lang]')?.getAttribute('lang') ?? ''
    if (/\p{Script=Han}/u.test(words) && !language.startsWith('zh')) found.push(`“${words.slice(0, 40)}” is not marked as Chinese`)
    if (/\p{Script=Cyrillic}/u.test(words) && !language.startsWith('ru')) found.push(`“${words.slice(0, 40)}” is not marked as Russian`)
    if (isForReadersOnly(parent)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const text = range.getBoundingClientRect()
    if (text.width === 0 || getComputedStyle(parent).visibility === 'hidden') continue
    if (text.right > box.right + 1 || text.left < box.left - 1 || text.bottom > box.bottom + 1 || text.top < box.top - 1) found.push(`“${words.slice(0, 40)}” sticks out`)
    const svg = parent.closest('svg')
    const view = svg?.viewBox.baseVal
    const scale = svg !== null && view !== undefined && view !== null && view.width > 0 ? Math.min(svg.getBoundingClientRect().width / view.width, svg.getBoundingClientRect().height / view.height) : 1
    const size = parseFloat(getComputedStyle(parent).fontSize) * scale
    if (size < (parent.closest('sup, sub, .katex') !== null ? 11 : parent.closest('footer, .tag') !== null ? 13 : 15.5)) found.push(`“${words.slice(0, 40)}” is set at ${size.toFixed(1)} px`)
  }
  const levels = [...slide.querySelectorAll('h1, h2, h3, h4')].map((heading) => Number(heading.tagName[1]))
  if (levels[0] !== 1 || levels.filter((level) => level === 1).length !== 1) found.push(`its headings are ${levels.map((level) => `h${level}`).join(', ') || 'none'}`)
  if (document.getAnimations().length > 0) found.push('something moves although less motion was asked for')
  for (const [index, level] of levels.entries()) if (level > (levels[index - 1] ?? 1) + 1) found.push(`h${level} follows h${levels[index - 1]}`)
  return found
}

test('there is a deck to test', () => { expect(decks).toContain('o1-value') })

for (const slug of decks) {
  test(`${slug}: on every slide and click everything fits, is large enough and is announced, and showing it keeps nothing`, async ({ page }) => {
    test.setTimeout(180_000)
    await page.setViewportSize({ width: 980, height: 552 })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(`/decks/${slug}/`)
    const faults: string[] = []
    const titles: string[] = []
    const look = async (): Promise<number> => {
      const { slide, click } = whereIs(page)
      await expect(page.locator(`[data-slidev-no="${slide}"] h1`)).toBeVisible()
      await page.waitForFunction(() => document.fonts.status === 'loaded')
      faults.push(...(await page.evaluate(findFaults)).map((fault) => `slide ${slide}, click ${click}: ${fault}`))
      if (click === 0) {
        await expect(page).toHaveTitle(new RegExp(`^${slide}\\. `))
        titles.push(await page.title())
      }
      const announced = page.locator('[aria-live]', { hasText: new RegExp(`^Slide ${slide} of \\d+: .+`) })
      return Number(/of (\d+)/.exec(await announced.innerText())?.[1]) - slide
    }
    while (await look() > 0) {
      const before = page.url()
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => page.url()).not.toBe(before)
    }
    // The last slide once more with all its clicks, whether it has any or not: no further slide tells that they are done.
    await page.goto(`${page.url()}?clicks=99`)
    await look()
    expect(faults).toEqual([])
    expect(titles.length).toBeGreaterThanOrEqual(14)
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
    expect(await keptOfLearner(page)).toEqual([])
  })

  test(`${slug}: all text on paper has enough contrast, and printing keeps nothing`, async ({ page }) => {
    test.setTimeout(120_000)
    await openAllSlides(page, slug)
    const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
    expect(violations.flatMap(({ nodes }) => nodes.map(({ target, any }) => `${target.join(' ')}: ${any[0]?.message ?? ''}`))).toEqual([])
    expect(await keptOfLearner(page)).toEqual([])
  })
}

test('a question answered in the deck counts in the quiz, and one that the presenter reveals does not', async ({ page }) => {
  await openAllSlides(page, 'o1-value')
  const numbers = await page.locator('.print-slide-container').evaluateAll((slides) => slides.flatMap((slide, index) => (slide.querySelector('.deck-question') === null ? [] : [index + 1])))
  const [answered = 0, revealed = 0] = numbers
  expect(revealed).toBeGreaterThan(0)

  await page.goto(`/decks/o1-value/#/${revealed}`)
  await page.reload()
  const other = page.locator(`[data-slidev-no="${revealed}"] .deck-question`).filter({ visible: true })
  await expect(other).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(other.locator('.revealed')).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(other.locator('.revealed')).toHaveCount(0)
  expect(await keptOfLearner(page)).toEqual([])

  await page.goto(`/decks/o1-value/#/${answered}`)
  const question = page.locator(`[data-slidev-no="${answered}"] .deck-question`).filter({ visible: true })
  await question.getByRole('radio').first().check({ force: true })
  await question.getByRole('button', { name: /^Sure/ }).click()
  await expect(question.locator('.feedback-panel')).toBeVisible()
  await question.getByRole('button', { name: /Keep as missed|Good/ }).click()
  await expect(question.locator('.outcome')).toContainText('Kept')
  await page.goto('/#/progress')
  await expect(page.locator('main')).toContainText('1 answer so far')
})

test('a wrong answer leads to the slide, the slide to the claim, and the claim back, by key and by link', async ({ page }) => {
  await openSession(page)
  await page.getByRole('button', { name: 'I do not know' }).click()
  const slideLink = await page.locator('.sources a[href*="decks/"]').getAttribute('href')
  const headline = page.locator('.slide-frame h1').filter({ visible: true })
  const claim = page.locator('main .claim')

  await page.keyboard.press('v')
  await expect(headline).toBeVisible()
  expect(page.url().endsWith(`/${slideLink}`)).toBe(true)
  await page.keyboard.press('k')
  await expect(claim).toBeVisible()
  await page.keyboard.press('v')
  await expect(headline).toBeVisible()

  await page.getByRole('link', { name: /^Claim/ }).filter({ visible: true }).first().click()
  await expect(claim).toBeVisible()
  await page.locator('main a[href*="decks/o1-value/#/"]').first().click()
  await expect(headline).toBeVisible()
})
