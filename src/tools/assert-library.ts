/** Stops a build whose library or decks would break a page. */
import type { CompiledLibrary } from '../content/compile.ts'
import { loadLibrary } from '../content/loading/load-library.ts'
import { breaksPages, formatProblem } from '../content/problem.ts'
import { root } from './site.ts'

/** The compiled library. Throws with every such problem at once, each with file, line and what to do. */
export async function assertLibrary(): Promise<CompiledLibrary> {
  const { loaded, problems } = loadLibrary(root)
  const fatal = problems.filter(breaksPages)
  if (loaded === undefined || fatal.length > 0) throw new Error(`The library has ${fatal.length} ${fatal.length === 1 ? 'problem' : 'problems'}:\n${fatal.map(formatProblem).join('\n')}`)
  return loaded.compiled
}
