/** Keys that say whether something must be built again: a hash over names and contents of files, never over times. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './site.ts'

/** Files below a path, sorted; tests, fixtures and folder notes do not count, since nothing built depends on them. */
function listFiles(path: string): string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory()) return entry.name === 'fixtures' || entry.name === 'bench' ? [] : listFiles(join(path, entry.name))
      return /\.test\.ts$|^README\.md$/.test(entry.name) ? [] : [join(path, entry.name)]
    })
}

/** SHA-256 over the files and folders named (relative to the project), and any further words that matter, such as the base path. */
export function contentKey(paths: readonly string[], words: readonly string[] = []): string {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const file of listFiles(join(root, path))) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  for (const word of words) hash.update(word).update('\0')
  return hash.digest('hex')
}
