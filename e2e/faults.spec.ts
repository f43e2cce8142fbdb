import { chromium, type BrowserContext, type Page } from 'playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, launchArguments } from '../src/tools/browser.ts'
import { expect, test } from './fixtures.ts'
import { expectConsistent, idsOf, readHotRows } from './stored-log.ts'
import { missQuestion } from './studying.ts'

/** A short form of the fault runs; `npm run bench -- faults` sets this to a hundred. */
const kills = Number(process.env['LECTERN_KILLS'] ?? '3')

/** Ends every process of this browser at once, as a power cut would. */
async function kill(context: BrowserContext): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession()
  if (session === undefined) throw new Error('this browser does not name its processes')
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const gone = context.waitForEvent('close')
  for (const { id } of processInfo) {
    // A helper process may have ended by itself, with the browser or before it.
    try { process.kill(id, 'SIGKILL') } catch { continue }
  }
  await gone
}

/** How far an answer has come when the browser is killed; the learner was told nothing of it yet. */
const moments: readonly ((page: Page) => Promise<unknown>)[] = [
  (page) => page.getByRole('button', { name: 'I do not know' }).click(),
  async (page) => {
    await page.getByRole('button', { name: 'I do not know' }).click()
    await page.getByRole('button', { name: 'Continue' }).evaluate((button: HTMLElement) => { button.click() })
  },
  async (page) => {
    await page.getByRole('button', { name: 'I do not know' }).click()
    await page.getByRole('button', { name: 'Continue' }).evaluate((button: HTMLElement) => new Promise((resolve) => {
      button.click()
      setTimeout(resolve)
    }))
  },
]

test(`no acknowledged answer is lost, and log and state agree, when the browser is killed ${kills} times in the middle of an answer`, async ({ baseURL }) => {
  test.setTimeout(60_000 + kills * 60_000)
  const profile = mkdtempSync(join(tmpdir(), 'lectern-kill-'))
  const open = async (): Promise<{ context: BrowserContext; page: Page }> => {
    const context = await chromium.launchPersistentContext(profile, { executablePath: findBrowser(), args: launchArguments, baseURL })
    const page = await context.newPage()
    await page.goto('/#/study?article=o1-value&kind=choice')
    // What was given before the kill may stand there already, waiting to be rated.
    await expect(page.getByRole('button', { name: /^(I do not know|Continue)/ }).first()).toBeVisible()
    return { context, page }
  }
  let acknowledged: readonly string[] = []
  let cutOffYetKept = 0
  try {
    for (let round = 0; round <= kills; round += 1) {
      const { context, page } = await open()
      const found = await readHotRows(page)
      expect(idsOf(found)).toEqual(expect.arrayContaining([...acknowledged]))
      expectConsistent(found)
      // Nothing that is stored is asked for again: the session stands where the log does.
      await expect(page.getByText(new RegExp(`^${found.length + 1} of \\d+$`))).toBeVisible()
      cutOffYetKept += found.length - acknowledged.length
      if (round === kills) await context.close()
      else {
        if (await page.locator('.feedback-panel').count() === 0) await missQuestion(page)
        else {
          await page.getByRole('button', { name: 'Continue' }).click()
          await expect(page.locator('.feedback-panel')).toHaveCount(0)
        }
        acknowledged = idsOf(await readHotRows(page))
        expect(acknowledged).toHaveLength(found.length + 1)
        await moments[round % moments.length]?.(page)
        await kill(context)
      }
    }
  }
  finally { rmSync(profile, { recursive: true, force: true }) }
  console.log(`${kills} kills: ${acknowledged.length} entries acknowledged, 0 lost; ${cutOffYetKept} cut off and kept all the same`)
})
