/** The fault tests in their full form; `npm test` runs the short one. */
import { spawnSync } from 'node:child_process'
import { ensureBrowser } from '../browser.ts'
import { buildSite } from '../build.ts'
import { root } from '../site.ts'
import type { Measure } from './results.ts'

export interface FaultCounts {
  readonly kills: number
  readonly backups: number
}

export async function benchFaults({ kills, backups }: FaultCounts): Promise<Measure[]> {
  await buildSite()
  return [
    { name: `${kills} kills of the browser mid-answer, and the other faults in it`, unit: 'failures', bar: 0, runs: [countFailure(['node_modules/playwright/cli.js', 'test', 'e2e/faults.spec.ts', 'e2e/storage-faults.spec.ts', 'e2e/storage-settings.spec.ts'], { CHROMIUM_PATH: ensureBrowser(), LECTERN_KILLS: String(kills) })] },
    { name: `${backups} altered backups`, unit: 'failures', bar: 0, runs: [countFailure(['node_modules/vitest/vitest.mjs', 'run', 'src/storage/backup.test.ts'], { LECTERN_ALTERED_BACKUPS: String(backups) })] },
  ]
}

/** 0 when the tests pass; they print what failed. */
function countFailure(command: readonly string[], environment: NodeJS.ProcessEnv): number {
  return spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } }).status === 0 ? 0 : 1
}
