/** What a newcomer must read and do, counted: seconds would measure the machine. */
import type { Page } from 'playwright/test'
import { expect, test } from './fixtures.ts'

const wordsOf = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

/** Reads the start page as far as its first button, and what stands on that. */
async function readInvitation(page: Page): Promise<string> {
  await page.goto('/')
  const start = page.getByRole('link', { name: /^Answer a first question/ })
  await expect(start).toBeInViewport({ ratio: 1 })
  return [await page.getByRole('heading', { level: 1 }).innerText(), await page.locator('main .lead').first().innerText(), await start.innerText()].join(' ')
}

/** How it comes back: the day or minute on each rating, or that it returns in this session. */
async function expectReturnTold(page: Page): Promise<void> {
  await expect(page.locator('.feedback-panel')).toBeVisible()
  await expect(page.locator('.bar').getByText(/in \d+ (min|day)|You will see it again/).first()).toBeInViewport()
}

for (const [width, height] of [[1280, 720], [390, 844]] as const) {
  test.describe(`${width} px wide`, () => {
    test.use({ viewport: { width, height } })

    test('what this is stands in forty words, and the first question is a press away', async ({ page }) => {
      expect(wordsOf(await readInvitation(page))).toBeLessThanOrEqual(40)
      await page.getByRole('link', { name: /^Answer a first question/ }).click()
      const question = page.locator('.question')
      await expect(question).toBeVisible()
      expect(wordsOf(await question.innerText())).toBeLessThanOrEqual(60)
      await question.locator('.answer-box').first().click()
      const sure = page.getByRole('button', { name: 'Think so' })
      await expect(sure).toBeInViewport({ ratio: 1 })
      await sure.click()
      await expectReturnTold(page)
    })
  })
}

test('three keys bring a newcomer to the first verdict', async ({ page }) => {
  await readInvitation(page)
  await page.keyboard.press('Space')
  await expect(page.locator('.question')).toBeVisible()
  await page.keyboard.press('a')
  await page.keyboard.press('2')
  await expectReturnTold(page)
})

test('the key starts the very session that its button names', async ({ page }) => {
  await readInvitation(page)
  const address = await page.getByRole('link', { name: /^Answer a first question/ }).getAttribute('href')
  await page.keyboard.press('Space')
  await expect(page.locator('.question')).toBeVisible()
  expect(new URL(page.url()).hash).toBe(address)
})

test('who only tabs and presses Enter gets there too', async ({ page }) => {
  await readInvitation(page)
  const start = page.getByRole('link', { name: /^Answer a first question/ })
  for (let tabs = 0; tabs < 8 && !await start.evaluate((link) => link === document.activeElement); tabs += 1) await page.keyboard.press('Tab')
  await expect(start).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('.body')).toBeFocused()
})

test('the start page shows when a question returns, and asks for no account', async ({ page }) => {
  await readInvitation(page)
  await expect(page.getByText(/it returns after \d+ days?, \d+ days/)).toBeVisible()
  await expect(page.getByText('No account.')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
