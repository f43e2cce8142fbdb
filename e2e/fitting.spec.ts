import { quickForgetter, settingsWithoutSteps, study } from '../src/memory/simulated-learner.ts'
import { writeBackup } from '../src/storage/backup.ts'
import { packSegment } from '../src/storage/segment.ts'
import { expect, test } from './fixtures.ts'
import { openSession } from './studying.ts'
import { restore } from './weeks-of-study.ts'

test('the schedule is fitted to someone who forgets sooner, when they say so, and goes back when they say so', async ({ page }) => {
  const { log, memory } = study(quickForgetter, 60)
  const segments = [packSegment(log)]
  await restore(page, Buffer.from(writeBackup({ writtenUtcMs: Date.now(), events: log.length, questions: memory.states.size, settings: settingsWithoutSteps, segments })))

  await page.getByRole('button', { name: 'Fit to my answers' }).click()
  await expect(page.getByText('foresee these reviews better')).toBeVisible()
  const loss = page.getByRole('row', { name: 'Log loss' }).getByRole('cell')
  const [before, after] = [Number(await loss.nth(0).innerText()), Number(await loss.nth(1).innerText())]
  expect(after).toBeLessThan(before)
  await page.getByRole('button', { name: 'Use the fitted ones' }).click()
  await expect(page.getByText('uses parameters fitted to your answers')).toBeVisible()

  await page.reload()
  await expect(page.getByText('uses parameters fitted to your answers')).toBeVisible()
  await page.getByRole('button', { name: 'Back to the published ones' }).click()
  await expect(page.getByText('uses the published parameters')).toBeVisible()
})

test('fitting that is cancelled changes nothing and can be begun again', async ({ page }) => {
  const { log, memory } = study(quickForgetter, 60)
  await restore(page, Buffer.from(writeBackup({ writtenUtcMs: Date.now(), events: log.length, questions: memory.states.size, settings: settingsWithoutSteps, segments: [packSegment(log)] })))
  // The worker's script is held back, so that the fit cannot end before it is cancelled.
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => { letGo = resolve })
  await page.route(/fit-worker/, async (route) => {
    await held
    await route.continue()
  })
  await page.getByRole('button', { name: 'Fit to my answers' }).click()
  await expect(page.getByRole('progressbar', { name: 'Fitting' })).toBeVisible()
  await page.locator('.card').filter({ has: page.getByRole('progressbar') }).getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect(page.getByText('uses the published parameters')).toBeVisible()
  await expect(page.getByText('foresee these reviews better')).toHaveCount(0)
  letGo()
  await page.getByRole('button', { name: 'Fit to my answers' }).click()
  await expect(page.getByText('foresee these reviews better')).toBeVisible()
})

test('with few reviews nothing is fitted, and how many are missing is said', async ({ page }) => {
  await openSession(page)
  await page.goto('#/settings')
  await page.getByRole('button', { name: 'Fit to my answers' }).click()
  await expect(page.getByText(/Too little data: 0 of the 400/)).toBeVisible()
})
