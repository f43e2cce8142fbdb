import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { answerSomehow, checkAnswer, openSession } from './studying.ts'
import { makeBackup, restore } from './weeks-of-study.ts'

const pages = ['', 'library', 'library?q=data', 'articles/o1-value', 'articles/debate', 'claims/o1-errors-compound', 'questions/o1-q-definite-answer', 'issues', 'issues/is-ai-slowing', 'glossary', 'mechanisms', 'mechanisms/step-success', 'progress', 'settings', 'claims/no-such-claim', 'nothing-here']

/** Each state of a session, by the moves that lead there from the one before. */
const phases: readonly { readonly name: string; readonly reach: (page: Page) => Promise<void> }[] = [
  { name: 'a question', reach: (page) => openSession(page, 'kind=choice&practice=1') },
  { name: 'the menu', reach: (page) => page.getByText('More', { exact: true }).click() },
  { name: 'why it is due', reach: (page) => page.getByRole('button', { name: 'Why is this due?' }).click() },
  { name: 'the keys', reach: async (page) => {
    await page.getByRole('button', { name: 'Close' }).click()
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  } },
  { name: 'the verdict', reach: async (page) => {
    await page.getByRole('button', { name: 'Close' }).click()
    await answerSomehow(page)
    await checkAnswer(page)
    await page.getByText('Its place in the argument').click()
    await expect(page.locator('.outline')).toBeVisible()
  } },
  { name: 'the report', reach: async (page) => {
    await page.getByText('More', { exact: true }).click()
    await page.getByRole('button', { name: 'Report this question' }).click()
  } },
  { name: 'the summary', reach: async (page) => {
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: /^Continue/ }).click()
    await expect(page.getByText(/^2 of \d+$/)).toBeVisible()
    await page.getByRole('button', { name: /^End/ }).click()
    await expect(page.locator('.summary')).toBeVisible()
  } },
  { name: 'a parametric question set by hand', reach: async (page) => {
    await openSession(page, 'kind=parametric&practice=1')
    await answerSomehow(page)
    await checkAnswer(page)
    await page.getByText('Set it yourself').click()
    await expect(page.locator('.fuller svg').first()).toBeVisible()
  } },
  { name: 'an exam', reach: (page) => openSession(page, 'exam=5&kind=choice') },
  { name: 'an empty session', reach: async (page) => {
    await page.goto('#/study?flagged=1&failed=1')
    await expect(page.getByRole('heading', { level: 1, name: 'Nothing here is due' })).toBeVisible()
  } },
]

async function open(page: Page, address: string): Promise<void> {
  await page.goto(`#/${address}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
  await expect(page.locator('[aria-busy]')).toHaveCount(0)
}

async function findViolations(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${where}: ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing on any page of someone who has studied for weeks, in the ${theme} theme`, async ({ page }) => {
    test.setTimeout(240_000)
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await restore(page, await makeBackup(40))
    const found: string[] = []
    for (const address of pages) {
      await open(page, address)
      found.push(...await findViolations(page, address))
    }
    expect(found).toEqual([])
  })

  test(`axe finds nothing in any state of a session, in the ${theme} theme`, async ({ page }) => {
    test.setTimeout(240_000)
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const found: string[] = []
    for (const { name, reach } of phases) {
      await reach(page)
      found.push(...await findViolations(page, name))
    }
    expect(found).toEqual([])
  })
}

/** 320 px is also what a window of 1280 px shows at four times its size; 640 px at twice. */
for (const width of [320, 640]) {
  test(`nothing scrolls sideways or is cut off ${width} px wide`, async ({ page }) => {
    test.setTimeout(240_000)
    await page.setViewportSize({ width, height: 640 })
    const wide: string[] = []
    const look = async (where: string) => {
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) wide.push(where)
    }
    await restore(page, await makeBackup(40))
    for (const address of pages) {
      await open(page, address)
      await look(address)
    }
    for (const { name, reach } of phases) {
      await reach(page)
      await look(name)
    }
    expect(wide).toEqual([])
  })
}

test('every target is large enough to hit, and the thumb’s row larger', async ({ page }) => {
  test.setTimeout(120_000)
  await page.setViewportSize({ width: 390, height: 844 })
  const small: string[] = []
  /** Links within a sentence may be as high as their line (WCAG 2.5.8); what stands alone may not. */
  const look = async (where: string, selector: string, least: number) => small.push(...(await page.locator(selector).evaluateAll((elements, px) => elements
    .filter((element) => element.checkVisibility() && getComputedStyle(element).display !== 'inline')
    .map((element) => ({ box: element.getBoundingClientRect(), text: element.textContent.trim().slice(0, 30) }))
    .filter(({ box }) => box.width > 1 && (box.height < px || box.width < px))
    .map(({ box, text }) => `${text} ${Math.round(box.width)}×${Math.round(box.height)}`), least)).map((one) => `${where}: ${one}`))
  for (const address of pages) {
    await open(page, address)
    await look(address, 'main :is(a, button, summary, select, [role=spinbutton]), main label:has(input)', 24)
    await look(address, 'nav a', 44)
  }
  for (const { name, reach } of phases) {
    await reach(page)
    await look(name, ':is(a, button, summary)', 24)
    await look(name, '.bar .answer-bar button, .bar .primary', 44)
  }
  expect(small).toEqual([])
})

test('the focus is always to be seen, moves in reading order and never is lost behind the bar', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 })
  await open(page, 'settings')
  const seen: { readonly top: number; readonly visible: boolean; readonly ringed: boolean }[] = []
  for (;;) {
    await page.keyboard.press('Tab')
    // After the last control the focus leaves the page.
    if (await page.evaluate(() => document.activeElement === document.body)) break
    seen.push(await page.evaluate(() => {
      const element = document.activeElement
      if (!(element instanceof HTMLElement)) return { top: -1, visible: false, ringed: false }
      // A radio button is drawn by the label around it, the choice of a file by the one beside it.
      const drawn = element.closest('label') ?? (element instanceof HTMLInputElement && element.type === 'file' ? element.labels?.[0] : undefined) ?? element
      const box = drawn.getBoundingClientRect()
      const at = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20))
      const bar = element.closest('nav, header, .skip') !== null
      return { top: bar ? -1 : box.top + scrollY, visible: at !== null && (drawn.contains(at) || at.contains(drawn)), ringed: (drawn.contains(element) ? [element, drawn] : [drawn]).some((one) => getComputedStyle(one).outlineStyle !== 'none') }
    }))
  }
  expect(seen.length).toBeGreaterThan(30)
  expect(seen.filter(({ visible, ringed }) => !visible || !ringed)).toEqual([])
  const tops = seen.map(({ top }) => top).filter((top) => top >= 0)
  expect(tops.every((top, index) => index === 0 || top >= (tops[index - 1] ?? 0) - 24)).toBe(true)
})

test('a session can be left, gone on with and ended by keyboard alone', async ({ page }) => {
  await page.goto('')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Space')
  await expect(page.locator('.question')).toBeVisible()
  // Nothing is answered yet: Escape keeps the place.
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/#\/$/)
  await page.getByRole('link', { name: 'Library' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('what was checked is told to a screen reader, and the focus leads on', async ({ page }) => {
  await openSession(page, 'kind=choice&practice=1')
  await answerSomehow(page)
  await checkAnswer(page)
  await expect(page.getByRole('status').filter({ has: page.locator('h3') })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page.getByText(/^2 of \d+$/)).toBeVisible()
  await expect(page.locator('.body')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.locator('.body :focus')).toHaveCount(1)
})

test('with forced colours every state that colour shows has another sign', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await openSession(page, 'kind=choice&practice=1')
  await answerSomehow(page)
  await checkAnswer(page)
  await expect(page.locator('.question .mark-glyph').first()).toBeVisible()
  await expect(page.locator('.question .answer-box .word').first()).toBeVisible()
  await open(page, '')
  const cloth = page.locator('.shelf .cloth').first()
  expect(await cloth.evaluate((element) => getComputedStyle(element).forcedColorAdjust)).toBe('none')
})

test('nothing moves for a reader who wants no movement', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openSession(page, 'kind=choice&practice=1')
  await answerSomehow(page)
  await checkAnswer(page)
  expect(await page.evaluate(() => document.getAnimations().filter((animation) => animation.playState === 'running').length)).toBe(0)
})
