/** The kinds that are more than a tap, on a phone: by touch alone, with targets for a thumb. */
import type { Locator } from 'playwright/test'
import { expect, test } from './fixtures.ts'
import { openSession } from './studying.ts'

const moves = {
  matching: async (question: Locator) => {
    for (const [index, row] of (await question.locator('.rows button').all()).entries()) {
      await row.tap()
      await question.locator('.choices button').nth(index).tap()
    }
  },
  ordering: async (question: Locator) => {
    for (const item of await question.locator('.row > .answer-box').all()) await item.tap()
    await question.getByRole('button', { name: 'Later' }).first().tap()
    await expect(question.locator('.row').first()).toContainText('Place 2')
  },
  classifying: async (question: Locator) => {
    for (const row of await question.getByRole('radiogroup').all()) await row.locator('.classes label').last().tap()
  },
}

for (const [kind, move] of Object.entries(moves)) {
  test(`a ${kind} question is answered by touch alone, with targets of 44 pixels and nothing wider than the screen`, async ({ page }) => {
    await openSession(page, `kind=${kind}&practice=1`)
    const question = page.locator('.question')
    const targets = await question.locator('button, label').evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect()).filter(({ width }) => width > 0).map(({ width, height }) => Math.min(width, height)))
    expect(Math.min(...targets)).toBeGreaterThanOrEqual(44)
    await move(question)
    await page.getByRole('button', { name: 'Think so' }).tap()
    await expect(page.locator('.feedback-panel')).toBeInViewport()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  })
}
