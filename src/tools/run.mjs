// Starts a command on a machine where nothing is installed yet, so it is plain JavaScript and imports only Node.
// `node src/tools/run.mjs <command> [arguments]` installs what package-lock.json asks for, then runs src/tools/<command>.ts.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const [command, ...args] = process.argv.slice(2)

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Lectern needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer Node and run the command again.`)
  process.exit(1)
}
if (!isInstalled()) {
  console.log('Installing the packages that package-lock.json names …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const installed = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (installed.status !== 0) {
    console.error('npm could not install the packages. Check the connection to the npm registry, then run the command again.')
    process.exit(installed.status ?? 1)
  }
}
const run = spawnSync(process.execPath, ['--import', 'tsx', resolve(root, 'src/tools', `${command}.ts`), ...args], { cwd: root, stdio: 'inherit' })
process.exit(run.status ?? 1)

/** True when node_modules holds every required package of the lockfile at its version. npm writes the same list beside what it installed. */
function isInstalled() {
  const installedPath = resolve(root, 'node_modules/.package-lock.json')
  if (!existsSync(installedPath)) return false
  const wanted = JSON.parse(readFileSync(resolve(root, 'package-lock.json'), 'utf8')).packages
  const installed = JSON.parse(readFileSync(installedPath, 'utf8')).packages
  return Object.entries(wanted).every(([path, entry]) => path === '' || entry.optional || entry.devOptional || entry.peer || installed[path]?.version === entry.version)
}
