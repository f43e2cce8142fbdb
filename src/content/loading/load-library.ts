/** The whole way from the files to the compiled library, with every problem that would break a page. */
import { compileLibrary, type CompiledLibrary } from '../compile.ts'
import { checkDecks } from '../deck-checks.ts'
import { checkGraph } from '../graph-checks.ts'
import type { LoadedLibrary } from '../loaded-library.ts'
import type { Problem } from '../problem.ts'
import type { Places } from './places.ts'
import { readLibrary } from './read-library.ts'
import { readThemeParts } from './theme-parts.ts'

export interface LoadResult {
  /** Undefined only when data/library.yaml itself cannot be read. */
  readonly loaded: { readonly library: LoadedLibrary; readonly compiled: CompiledLibrary; readonly places: Places } | undefined
  readonly problems: readonly Problem[]
}

/** Reads, checks and compiles the library below `root`. Lint is not part of it: a clumsy stem breaks no page. */
export function loadLibrary(root: string): LoadResult {
  const { library, places, problems } = readLibrary(root)
  if (library === undefined) return { loaded: undefined, problems }
  const { compiled, findings } = compileLibrary(library)
  const found = [...checkGraph(library), ...checkDecks(library, readThemeParts(root)), ...findings]
  return { loaded: { library, compiled, places }, problems: [...problems, ...found.map((finding) => places.toProblem(finding))] }
}
