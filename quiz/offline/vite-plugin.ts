/** Builds the service worker after the app, with the list of the app's files in it. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin, type ResolvedConfig } from 'vite'

interface KeptFile { readonly url: string; readonly revision: string | null }

/** Files named by their content need no revision: their name changes with them. */
const namedByContent = /^assets\//

function listFiles(folder: string): KeptFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => {
    const path = join(entry.parentPath, entry.name)
    const url = path.slice(folder.length + 1).replaceAll('\\', '/')
    return { url, revision: namedByContent.test(url) ? null : createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16) }
  }).filter(({ url }) => !/^(decks|fonts|pdf)\/|service-worker\.js$|\.map$/.test(url)).sort((one, other) => one.url.localeCompare(other.url))
}

export function offline(): Plugin {
  let config: ResolvedConfig
  return {
    name: 'lectern-offline',
    apply: 'build',
    configResolved(resolved) { config = resolved },
    async closeBundle() {
      const outDir = resolve(config.root, config.build.outDir)
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        define: { 'LECTERN_FILES': JSON.stringify(listFiles(outDir)), 'process.env.NODE_ENV': '"production"' },
        build: {
          outDir, emptyOutDir: false, target: 'es2023',
          lib: { entry: fileURLToPath(new URL('service-worker.ts', import.meta.url)), formats: ['iife'], name: 'lecternOffline', fileName: () => 'service-worker.js' },
        },
      })
    },
  }
}
