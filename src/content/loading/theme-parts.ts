/** Which layouts and components a deck may use: the theme's own and Slidev's built-in ones. */
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { ThemeParts } from '../deck-checks.ts'

const require = createRequire(import.meta.url)

/** Names of the files in a folder without the extension; none when the folder is missing. */
function namesIn(folder: string, extension: RegExp): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => extension.test(file)).map((file) => file.replace(extension, '').replace(/^.*[\\/]/, ''))
}

export function readThemeParts(root: string): ThemeParts {
  const client = dirname(require.resolve('@slidev/client/package.json'))
  const theme = join(root, 'slides/_theme')
  return {
    layouts: new Set([...namesIn(join(theme, 'layouts'), /\.(vue|ts)$/), ...namesIn(join(client, 'layouts'), /\.vue$/)]),
    components: new Set([...namesIn(join(theme, 'components'), /\.(vue|ts)$/), ...namesIn(join(client, 'builtin'), /\.(vue|ts)$/)]),
  }
}
