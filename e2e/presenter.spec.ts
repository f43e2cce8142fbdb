import { readFileSync } from 'node:fs'
import { parseSync } from '@slidev/parser'
import type { BrowserContext, Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'

const deckFile = 'slides/o1-value/slides.md'
const { slides } = parseSync(readFileSync(deckFile, 'utf8'), deckFile)
/** As Slidev plans it, in minutes. */
const planned = parseInt(String(slides[0]?.frontmatter['duration']))
const questionSlide = slides.findIndex(({ frontmatter }) => frontmatter['layout'] === 'check') + 1

/** A window of a deck, with the slide on the screen. */
async function openWindow(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(address)
  await expect(page.locator('h1').filter({ visible: true }).first()).toBeVisible()
  return page
}

const slideOf = (page: Page) => expect.poll(() => Number(/#\/(?:presenter\/)?(\d+)/.exec(page.url())?.[1]))
const paperOf = (page: Page) => page.locator('.slide-frame:visible').first().evaluate((slide) => getComputedStyle(slide).backgroundColor)

test('presenter and audience stay in step in two windows, and another deck is left alone', async ({ page, context }) => {
  test.setTimeout(120_000)
  const audience = await openWindow(context, '/decks/o1-value/')
  const otherDeck = await openWindow(context, '/decks/debate/')
  await page.goto('/decks/o1-value/#/presenter/1')

  await test.step('notes, the next slide, the timer and the planned minutes are shown', async () => {
    await expect(page.locator('.note')).toContainText(/(\w+[ ,.]+){20}/)
    await expect(page.locator('.next h1').last()).toContainText(slides[1]?.title?.replaceAll('*', '') ?? '?')
    await expect(page.getByText(new RegExp(`^Planned: 0:\\d\\d of ${planned} min$`))).toBeVisible()
    // The timer's buttons are there while the pointer is on it.
    await page.locator('.bottom .group').hover()
    await page.locator('.bottom .i-carbon\\:play').click()
    await expect(page.locator('.bottom .font-mono')).toContainText(/0\s*:\s*0[1-9]/)
  })

  await test.step('each drives the other', async () => {
    await page.bringToFront()
    await page.keyboard.press('ArrowRight')
    await slideOf(page).toBe(2)
    await slideOf(audience).toBe(2)
    await audience.bringToFront()
    await audience.keyboard.press('ArrowRight')
    await slideOf(audience).toBe(3)
    await slideOf(page).toBe(3)
  })

  await test.step('the presenter hides and reveals the key of a question', async () => {
    await page.bringToFront()
    await page.goto(`/decks/o1-value/#/presenter/${questionSlide}`)
    await slideOf(audience).toBe(questionSlide)
    const revealed = audience.locator(`[data-slidev-no="${questionSlide}"] .deck-question .revealed`)
    await page.keyboard.press('ArrowRight')
    await expect(revealed).toBeVisible()
    await page.keyboard.press('ArrowLeft')
    await expect(revealed).toHaveCount(0)
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  })

  await test.step("the presenter's pointer and drawing are seen", async () => {
    const slide = page.locator('.main .slidev-slide-content').first()
    const box = await slide.boundingBox()
    if (box === null) throw new Error('the slide has no place on the screen')
    await page.mouse.move(box.x + 200, box.y + 200)
    await page.mouse.move(box.x + 210, box.y + 210)
    await expect(audience.locator('svg.absolute.stroke-white')).toBeVisible()
    await page.getByTitle('Show drawing toolbar').click()
    await page.mouse.move(box.x + 100, box.y + 100)
    await page.mouse.down()
    await page.mouse.move(box.x + 160, box.y + 130, { steps: 6 })
    await page.mouse.up()
    await expect(audience.locator('#slide-content svg path[stroke]').first()).toBeAttached()
    await page.getByTitle('Hide drawing toolbar').click()
  })

  await slideOf(otherDeck).toBe(1)
})

test("Slidev's keys work: overview, go to, dark room, back and forth", async ({ page, context }) => {
  await page.goto('/decks/o1-value/#/2')
  await expect(page.locator('.slide-frame:visible h1')).toBeVisible()
  const second = await openWindow(context, '/decks/o1-value/#/2')
  await page.bringToFront()

  await page.keyboard.press('o')
  const overview = page.locator('.z-modal .slidev-slide-container')
  await expect(overview).toHaveCount(slides.length)
  await page.keyboard.press('Escape')
  await expect(overview).toHaveCount(0)

  await page.keyboard.press('g')
  await page.locator('#slidev-goto-input').fill('5')
  await page.keyboard.press('Enter')
  await slideOf(page).toBe(5)

  const paper = await paperOf(page)
  await page.keyboard.press('d')
  await expect.poll(() => paperOf(page)).not.toBe(paper)
  expect(await paperOf(second)).toBe(await paperOf(page))
  await page.keyboard.press('d')
  await expect.poll(() => paperOf(page)).toBe(paper)

  await page.keyboard.press('PageDown')
  await slideOf(page).toBe(6)
  await page.keyboard.press('ArrowDown')
  await slideOf(page).toBe(7)
  await page.keyboard.press('Shift+Space')
  await slideOf(page).toBe(6)
})
