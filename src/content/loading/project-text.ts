/** The project's text files, for checks that read what is written rather than what it means. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'

export interface TextFile {
  /** Relative to the project's folder. */
  readonly file: string
  readonly text: string
}

const SKIPPED = new Set(['node_modules', 'dist', 'schemas', 'fixtures', '.git'])

/** Every file with one of the extensions at or below the given places. */
export function readTextFiles(root: string, places: readonly string[], extensions: ReadonlySet<string>): TextFile[] {
  const files: TextFile[] = []
  const visit = (file: string): void => {
    const path = join(root, file)
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) if (!SKIPPED.has(name)) visit(`${file}/${name}`)
    } else if (extensions.has(extname(file))) files.push({ file, text: readFileSync(path, 'utf8') })
  }
  for (const place of places) if (existsSync(join(root, place))) visit(place)
  return files
}
