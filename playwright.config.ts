/** The end-to-end tests: the built site in a real browser. */
import { defineConfig, devices } from 'playwright/test'
import { findBrowser, launchArguments } from './src/tools/browser.ts'

/** PORT in the environment moves the tests' server, when another run holds this one. */
const port = Number(process.env['PORT'] ?? '4190')
export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  // A loaded machine may miss a timeout once; a test that needed its second try is listed as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${port}`,
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findBrowser(), args: launchArguments },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 720 } }, testIgnore: /phone/ },
    { name: 'phone', use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } }, testMatch: /phone/ },
  ],
  webServer: { command: 'node --import tsx src/tools/serve-built.ts', env: { PORT: String(port) }, url: `http://localhost:${port}/`, reuseExistingServer: false, timeout: 60_000 },
})
