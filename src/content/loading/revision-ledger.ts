/** `data/revisions.json`: the meanings that learners have met, for the rule that a change of meaning bumps `rev`. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { LoadedLibrary } from '../loaded-library.ts'
import type { Problem } from '../problem.ts'
import { checkRevisions, ledgerOf } from '../revisions.ts'
import type { Places } from './places.ts'

const FILE = 'data/revisions.json'
const ledgerFile = z.record(z.string(), z.strictObject({ rev: z.int().positive(), meaning: z.string() }))
const fingerprint = (meaning: string): string => createHash('sha256').update(meaning).digest('hex').slice(0, 12)

/** Records the library as it is now; gives the number of questions recorded. */
export function recordRevisions(root: string, library: LoadedLibrary): number {
  const entries = Object.entries(ledgerOf(library, fingerprint))
  // One question a line, so that a change of meaning is one line of a diff.
  writeFileSync(join(root, FILE), `{\n${entries.map(([id, entry]) => `  ${JSON.stringify(id)}: ${JSON.stringify(entry)}`).join(',\n')}\n}\n`)
  return entries.length
}

export function checkRevisionLedger(root: string, library: LoadedLibrary, places: Places): Problem[] {
  const path = join(root, FILE)
  if (!existsSync(path)) return checkRevisions(library, {}, fingerprint).map((finding) => places.toProblem(finding))
  let content: unknown
  try {
    content = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    return [broken(error instanceof Error ? error.message : String(error))]
  }
  const parsed = ledgerFile.safeParse(content)
  return parsed.success ? checkRevisions(library, parsed.data, fingerprint).map((finding) => places.toProblem(finding)) : [broken('it is not a ledger of revs and meanings')]
}

const broken = (message: string): Problem => ({ file: FILE, line: 1, severity: 'error', rule: 'rev', message, hint: 'take it back from the last commit; it is written by npm run check -- --record' })
