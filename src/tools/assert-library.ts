/** Stops a build whose library or decks would break a page. */
import { loadLibrary } from '../content/loading/load-library.ts'
import { breaksPages, formatProblem } from '../content/problem.ts'
import { root } from './site.ts'

/** Throws with every such problem at once, each with file, line and what to do. */
export async function assertLibrary(): Promise<void> {
  const problems = loadLibrary(root).problems.filter(breaksPages)
  if (problems.length > 0) throw new Error(`The library has ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}:\n${problems.map(formatProblem).join('\n')}`)
}
