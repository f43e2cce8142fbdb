import type { Page } from 'playwright/test'
import { sayQuantity, showQuantity } from '../src/mechanisms/mechanism.ts'
import { mechanisms } from '../src/mechanisms/registry.ts'
import { stepSuccess } from '../src/mechanisms/step-success.ts'
import { expect, test } from './fixtures.ts'

interface Overlap { readonly setting: string; readonly problem: string }

/** Runs in the page: sets every slider to its ends, and compares the boxes of all drawn words as the browser has laid them out. */
async function findOverlaps(): Promise<Overlap[]> {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('.figure details')) details.open = true
  const sliders = [...document.querySelectorAll<HTMLInputElement>('.parameter-slider input')]
  const starts = sliders.map((slider) => slider.value)
  const set = async (values: readonly string[]): Promise<void> => {
    sliders.forEach((slider, index) => {
      slider.value = values[index] ?? slider.value
      slider.dispatchEvent(new InputEvent('input', { bubbles: true }))
    })
    await new Promise((resolve) => { requestAnimationFrame(resolve) })
  }
  const knobs = Math.min(2, sliders.length)
  const settings = [starts]
  for (let corner = 0; corner < 2 ** knobs; corner++) settings.push(sliders.map((slider, index) => (index < knobs ? ((corner >> index) & 1 ? slider.max : '0') : starts[index] ?? '0')))
  for (let index = knobs; index < sliders.length; index++) for (const end of ['0', sliders[index]?.max ?? '0']) settings.push(starts.map((value, place) => (place === index ? end : value)))
  const found: Overlap[] = []
  for (const values of settings) {
    await set(values)
    const charts = [...document.querySelectorAll('.chart svg')]
    if (charts.length === 0) throw new Error('There is no chart.')
    for (const chart of charts) {
      const edge = chart.getBoundingClientRect()
      const words = [...chart.querySelectorAll('text')].filter((text) => text.textContent !== '').map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }))
      for (const [index, { text, box }] of words.entries()) {
        if (box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 4 || box.bottom > edge.bottom + 4) found.push({ setting: values.join(), problem: `${text} leaves the chart` })
        // A line of text has room above and below its letters, in which the next may stand.
        for (const other of words.slice(index + 1)) if (box.left < other.box.right - 1 && other.box.left < box.right - 1 && box.top < other.box.bottom - 4 && other.box.top < box.bottom - 4) found.push({ setting: values.join(), problem: `${text} over ${other.text}` })
      }
    }
  }
  return found
}

const openMechanism = async (page: Page, id: string): Promise<void> => {
  await page.goto(`#/mechanisms/${id}`)
  await page.locator('.chart svg').first().waitFor()
  await page.evaluate(async () => { await document.fonts.ready })
}

for (const width of [1280, 390]) {
  test(`no label of a figure covers another or leaves its chart at any end of its sliders, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 })
    for (const { id } of mechanisms) {
      await openMechanism(page, id)
      expect(await page.evaluate(findOverlaps), id).toEqual([])
    }
  })
}

test('a mechanism keeps its setting in the address, by keyboard too, and opens with it again', async ({ page }) => {
  await openMechanism(page, 'step-success')
  const steps = page.getByRole('slider', { name: 'Steps in the task' })
  await steps.press('ArrowRight')
  await expect(page).toHaveURL(/steps=11/)
  await expect(page.locator('.readout-value')).toHaveText('57%')
  await page.reload()
  await expect(steps).toHaveAttribute('aria-valuetext', '11 steps')
  await page.getByRole('link', { name: 'Mechanisms' }).click()
  await expect(page).toHaveURL(/mechanisms$/)
  await page.goBack()
  await expect(steps).toHaveAttribute('aria-valuetext', '11 steps')
})

test('a control follows the mouse, a finger and the keys', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ ...baseURL === undefined ? {} : { baseURL }, viewport: { width: 1280, height: 720 }, hasTouch: true })
  const page = await context.newPage()
  await openMechanism(page, 'step-success')
  const { min, max, ...steps } = stepSuccess.parameters.steps
  const says = (value: number): string => sayQuantity(showQuantity(steps, value))
  const slider = page.getByRole('slider', { name: steps.label })
  const box = await slider.boundingBox()
  if (!box) throw new Error('The slider is not seen.')
  const [left, right, y] = [box.x + 8, box.x + box.width - 8, box.y + box.height / 2]
  await page.mouse.move((left + right) / 2, y)
  await page.mouse.down()
  await page.mouse.move(right, y, { steps: 5 })
  await page.mouse.up()
  await expect(slider).toHaveAttribute('aria-valuetext', says(max))
  await page.touchscreen.tap(left, y)
  await expect(slider).toHaveAttribute('aria-valuetext', says(min))
  await slider.press('End')
  await expect(slider).toHaveAttribute('aria-valuetext', says(max))
  await context.close()
})

test('a mechanism says its formula, its limits, its sources and what uses it', async ({ page }) => {
  await openMechanism(page, 'repeated-sampling')
  await expect(page.locator('.formula math')).toHaveCount(1)
  for (const name of ['What can be set', 'What it assumes', 'How far it holds', 'Where the constants come from', 'What it was checked against', 'Claims it bears on', 'Questions on it', 'Used in']) await expect(page.getByRole('heading', { name })).toBeVisible()
})

test('the compressor reads what is typed, packs it and gives it back', async ({ page }) => {
  await openMechanism(page, 'compression')
  await page.getByLabel('Your own text, in any language').fill('撞墙撞墙撞墙撞墙')
  await expect(page.getByText('Plain it takes 24 bytes')).toContainText('the same, letter for letter')
})

test('in print the controls of a mechanism give way to its values', async ({ page }) => {
  await openMechanism(page, 'step-success')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('slider').first()).toBeHidden()
  await expect(page.locator('.values').first()).toContainText('Right per step95%')
})

test('a dark page prints dark on white, without the tabs, and is dark again afterwards', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await openMechanism(page, 'step-success')
  const ink = () => page.getByRole('heading', { level: 1 }).evaluate((heading) => getComputedStyle(heading).color)
  const onScreen = await ink()
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  expect(await ink()).not.toBe(onScreen)
  await expect(page.getByRole('navigation')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('each control shows its value with the unit that it announces, and print shows the same', async ({ page }) => {
  for (const { id } of mechanisms) {
    await page.emulateMedia({ media: 'screen' })
    await openMechanism(page, id)
    for (const more of await page.locator('.figure summary').all()) await more.click()
    const announced = await page.getByRole('slider').evaluateAll((sliders) => sliders.map((slider) => slider.getAttribute('aria-valuetext')))
    expect(await page.locator('.parameter-slider output').allInnerTexts(), id).toEqual(announced)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.values.only-print dd').allInnerTexts(), id).toEqual(announced)
  }
})

test('the keyboard walks the map in the order of the argument, and the box in focus is marked and in view', async ({ page }) => {
  await page.goto('#/articles/o1-value')
  const map = page.locator('.argument-map')
  const links = map.getByRole('link')
  await links.first().focus()
  await expect(map.locator('.box.focused')).toHaveClass(/thesis/)
  await expect(map.locator('.box.focused')).toBeInViewport()
  await page.keyboard.press('Tab')
  await expect(links.nth(1)).toBeFocused()
  await expect(map.locator('.box.focused')).toHaveAttribute('href', await links.nth(1).getAttribute('href') ?? '')
  await expect(map.getByRole('listitem').first()).toContainText('Supports')
})

test('the map is zoomed by its buttons and by two fingers, and one finger moves it', async ({ page, browser, baseURL }) => {
  await page.goto('#/articles/o1-value')
  const drawing = page.locator('.argument-map .frame > svg')
  const widthOf = async (): Promise<number> => (await drawing.boundingBox())?.width ?? 0
  const before = await widthOf()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  expect(await widthOf()).toBeGreaterThan(before * 1.2)

  const context = await browser.newContext({ ...baseURL === undefined ? {} : { baseURL }, viewport: { width: 1024, height: 768 }, hasTouch: true })
  const tablet = await context.newPage()
  await tablet.goto('#/articles/o1-value')
  const frame = tablet.locator('.argument-map .frame')
  await frame.scrollIntoViewIfNeeded()
  const box = await frame.boundingBox()
  const session = await context.newCDPSession(tablet)
  const [x, y] = [(box?.x ?? 0) + 300, (box?.y ?? 0) + 120]
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly { x: number; y: number }[]) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((point, id) => ({ ...point, id })) })
  const width = () => frame.locator('svg').evaluate((svg) => svg.getBoundingClientRect().width)
  const start = await width()
  await touch('touchStart', [{ x: x - 40, y }, { x: x + 40, y }])
  await touch('touchMove', [{ x: x - 60, y }, { x: x + 60, y }])
  await touch('touchEnd', [])
  await expect.poll(width).toBeGreaterThan(start * 1.4)
  const scrolled = () => frame.evaluate((element) => element.scrollLeft)
  const from = await scrolled()
  await touch('touchStart', [{ x, y }])
  for (let step = 1; step <= 10; step++) await touch('touchMove', [{ x: x - 12 * step, y }])
  await touch('touchEnd', [])
  await expect.poll(scrolled).toBeGreaterThan(from + 60)
  await context.close()
})

test('in Chinese the map, its legend and the figures’ controls speak Chinese', async ({ page }) => {
  await page.addInitScript(() => { Object.defineProperty(navigator, 'languages', { get: () => ['zh-CN'] }) })
  await page.goto('#/articles/o1-value')
  await expect(page.getByRole('button', { name: '放大' })).toBeVisible()
  await expect(page.locator('.argument-map .legend')).toContainText('反驳论点')
  await openMechanism(page, 'tree-search')
  await expect(page.getByText('更多设置')).toBeVisible()
  await expect(page.getByRole('heading', { name: '适用范围' })).toBeVisible()
})

test('a cell of the debate opens the claims of its article', async ({ page }) => {
  await page.goto('#/issues')
  await page.locator('.matrix tbody tr').first().locator('td').nth(3).getByRole('link').click()
  await expect(page).toHaveURL(/#\/issues\/.+\?article=orion-slowdown/)
  await expect(page.getByRole('link', { name: /Orion and the slowing gains/ }).first()).toBeInViewport()
})
