/** `npm test`: every check and test there is, in the order in which a failure is cheapest to learn of. */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { ensureBrowser } from './browser.ts'
import { seconds } from './progress.ts'
import { root } from './site.ts'

const node = process.execPath
const bin = (path: string, ...args: string[]): string[] => [node, `node_modules/${path}`, ...args]
const tool = (name: string, ...args: string[]): string[] => [node, '--import', 'tsx', `src/tools/${name}.ts`, ...args]

/** Each step: its name and the program that runs it. The library check covers the schemas' drift. */
const steps: readonly { name: string, command: readonly string[] }[] = [
  { name: 'library', command: tool('check', '--quiet') },
  { name: 'types of the pure folders', command: bin('typescript/bin/tsc', '-p', 'tsconfig.pure.json') },
  { name: 'types of the tools and tests', command: bin('typescript/bin/tsc', '-p', 'tsconfig.node.json') },
  { name: 'types of the pages', command: bin('vue-tsc/bin/vue-tsc.js', '-p', 'tsconfig.web.json') },
  { name: 'lint', command: bin('eslint/bin/eslint.js', '.', '--max-warnings', '0') },
  { name: 'import rules', command: bin('dependency-cruiser/bin/dependency-cruise.mjs', 'src', 'quiz', 'slides', 'e2e', '--config', '.dependency-cruiser.cjs') },
  { name: 'unused code', command: bin('knip/bin/knip.js') },
  { name: 'unit and property tests', command: bin('vitest/vitest.mjs', 'run') },
  { name: 'build', command: tool('build') },
  { name: 'end-to-end tests', command: bin('playwright/cli.js', 'test') },
]

const help = `npm test [-- options]   runs every check and test there is

  --only NAME   run the steps whose name contains NAME, such as --only types
  CHROMIUM_PATH in the environment: the browser to use
Steps: ${steps.map((step) => step.name).join(', ')}.`

const { values } = parseArgs({ options: { help: { type: 'boolean' }, only: { type: 'string' } } })
if (values.help) console.log(help)
else {
  const chosen = steps.filter((step) => values.only === undefined || step.name.includes(values.only))
  const environment = { ...process.env }
  try { if (chosen.some((step) => step.name === 'end-to-end tests')) environment['CHROMIUM_PATH'] = ensureBrowser() }
  catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
  const failed: string[] = []
  for (const step of chosen) {
    const start = performance.now()
    console.log(`\n── ${step.name}`)
    const [program = node, ...args] = step.command
    const passed = spawnSync(program, args, { cwd: root, stdio: 'inherit', env: environment }).status === 0
    console.log(`── ${step.name}: ${passed ? 'passed' : 'FAILED'}, ${seconds(performance.now() - start)}`)
    if (!passed) failed.push(step.name)
    // The pages that the end-to-end tests open must be the ones this run built.
    if (!passed && step.name === 'build') break
  }
  console.log(failed.length === 0 ? `\nAll ${chosen.length} steps passed.` : `\nFailed: ${failed.join(', ')}.`)
  process.exitCode = failed.length === 0 ? 0 : 1
}
