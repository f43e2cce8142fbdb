import { expect, test } from './fixtures.ts'
import { missQuestion } from './studying.ts'

test('after one visit the quiz works with no network', async ({ page, context, troubles }) => {
  await page.goto('/')
  await page.evaluate(async () => { await navigator.serviceWorker.ready })
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await context.setOffline(true)
  await page.goto('/#/study?article=o1-value')
  await page.reload()
  await missQuestion(page)
  await expect(page.getByText(/^2 of \d+$/)).toBeVisible()
  // What is not there without a network may be missed, but must not have stopped the page.
  troubles.splice(0)
})
