import { chromium, type BrowserContext } from 'playwright/test'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, launchArguments } from '../src/tools/browser.ts'
import { expect, test } from './fixtures.ts'
import { missQuestion } from './studying.ts'

/** A short form of the fault runs; `npm run bench -- faults` sets this to a hundred. */
const kills = Number(process.env['LECTERN_KILLS'] ?? '3')

test(`no acknowledged answer is lost when the browser is killed ${kills} times`, async ({ baseURL }) => {
  test.setTimeout(60_000 + kills * 20_000)
  const profile = mkdtempSync(join(tmpdir(), 'lectern-kill-'))
  const open = (): Promise<BrowserContext> => chromium.launchPersistentContext(profile, { executablePath: findBrowser(), args: launchArguments, baseURL })
  try {
    let acknowledged = 0
    for (let round = 0; round < kills; round++) {
      const context = await open()
      const page = await context.newPage()
      await page.goto('/#/study?article=o1-value&kind=choice')
      await expect(page.getByText(new RegExp(`^${acknowledged + 1} of \\d+$`))).toBeVisible()
      // What was given before the kill may stand there already, waiting to be rated.
      await expect(page.getByRole('button', { name: /^(I do not know|Continue)/ }).first()).toBeVisible()
      if (await page.locator('.feedback-panel').count() > 0) await page.getByRole('button', { name: 'Continue' }).click()
      else await missQuestion(page)
      await expect(page.getByText(new RegExp(`^${acknowledged + 2} of \\d+$`))).toBeVisible()
      acknowledged += 1
      // The next answer is cut off half-way: it may be lost, since nothing was said about it yet.
      await page.getByRole('button', { name: 'I do not know' }).click()
      const gone = context.waitForEvent('close')
      execFileSync('pkill', ['-KILL', '-f', profile])
      await gone
    }
    const context = await open()
    const page = await context.newPage()
    await page.goto('/#/study?article=o1-value&kind=choice')
    await expect(page.getByText(new RegExp(`^${acknowledged + 1} of \\d+$`))).toBeVisible()
    await context.close()
  }
  finally { rmSync(profile, { recursive: true, force: true }) }
})
