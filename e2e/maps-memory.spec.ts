import { expect, test } from './fixtures.ts'
import { makeBackup, restore } from './weeks-of-study.ts'

test('the boxes of a map show how well their claims are remembered, as its outline says in words', async ({ page }) => {
  await page.goto('#/articles/o1-value')
  const map = page.locator('.argument-map').first()
  await expect(map.locator('.box').first()).toBeVisible()
  await expect(map.locator('.recall')).toHaveCount(0)

  await restore(page, await makeBackup(20))
  await page.goto('#/articles/o1-value')
  await expect(map.locator('.recall').first()).toBeVisible()
  const bars = await map.locator('.box').evaluateAll((boxes) => boxes.flatMap((box) => {
    const [bar, frame] = [box.querySelector('.recall'), box.querySelector('.frame-line')]
    return bar && frame ? [[box.getAttribute('href'), Math.round((100 * bar.getBoundingClientRect().width) / (frame.getBoundingClientRect().width))]] : []
  }))
  const words = await map.getByRole('listitem').evaluateAll((items) => items.flatMap((item) => {
    const share = /(\d+)% remembered/.exec(item.querySelector('.claim')?.textContent ?? '')?.[1]
    return share === undefined ? [] : [[item.querySelector('a')?.getAttribute('href'), Number(share)]]
  }))
  expect(bars.length).toBeGreaterThan(3)
  expect(bars.map(([claim]) => claim).toSorted()).toEqual(words.map(([claim]) => claim).toSorted())
  for (const [claim, share] of words) expect(Math.abs(Number(share) - Number(bars.find(([one]) => one === claim)?.[1])), String(claim)).toBeLessThanOrEqual(2)
})
