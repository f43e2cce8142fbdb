/** Finds a Chromium for the tests and the PDFs, and as a last resort installs one. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as Playwright from 'playwright'
import { root } from './site.ts'

/** Required, not imported: to import a CommonJS bundle of this size, Node reads it twice. */
const { chromium } = createRequire(import.meta.url)('playwright') as typeof Playwright // the package of that very name

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
const systemPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** Runs without a display, as root, and on a network that refuses a browser's own errands. */
export const launchArguments = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** The path of a browser that is already there, or undefined. CHROMIUM_PATH comes first, then Playwright's own, then the system's. */
export function findBrowser(): string | undefined {
  const named = process.env['CHROMIUM_PATH']
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, but no file stands there. Correct it or unset it.`)
    return named
  }
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  const onPath = (process.env['PATH'] ?? '').split(':').flatMap((folder) => systemNames.map((name) => join(folder, name)))
  return [...onPath, ...systemPlaces].find((path) => existsSync(path))
}

/** The path of a browser, installed if need be. Throws with one paragraph that says what to do. */
export function ensureBrowser(): string {
  const found = findBrowser()
  if (found !== undefined) return found
  console.log('No Chromium was found; asking Playwright for its own …')
  spawnSync(process.execPath, [join(root, 'node_modules/playwright/cli.js'), 'install', 'chromium-headless-shell', 'chromium'], { stdio: 'inherit', timeout: 300_000 })
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  if (process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.log("Playwright could not download one; installing Debian's chromium package …")
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    const installed = findBrowser()
    if (installed !== undefined) return installed
  }
  throw new Error('No Chromium could be found or installed. Install Google Chrome or Chromium in the usual way for this system (on Debian and Ubuntu: `sudo apt-get install chromium`), or set CHROMIUM_PATH to the program file of one that is already there, then run the command again.')
}

/** A browser without a window, for pages of our own. Throws with what to do when there is none or it does not start. */
export async function openBrowser(): Promise<Playwright.Browser> {
  const executablePath = ensureBrowser()
  // All pages are of one site: a process held ready for the next site would only be started again and again.
  try { return await chromium.launch({ executablePath, args: [...launchArguments, '--disable-site-isolation-trials'] }) }
  catch (error) { throw new Error(`The browser ${executablePath} does not start. Set CHROMIUM_PATH to another one, or install Chromium anew.\n${error instanceof Error ? error.message : String(error)}`, { cause: error }) }
}
