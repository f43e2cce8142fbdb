/** The whole way from the files to the compiled library, with every problem that would break a page. */
import { compileLibrary, type CompiledLibrary } from '../compile.ts'
import { checkDecks } from '../deck-checks.ts'
import { checkGraph } from '../graph-checks.ts'
import type { LoadedArticle, LoadedLibrary } from '../loaded-library.ts'
import { generateQuestions } from '../generated-questions.ts'
import { layoutMap, type MapLayout } from '../map/map-layout.ts'
import type { ArgumentGraph } from '../map/map-selection.ts'
import type { Question } from '../question-schema.ts'
import type { Finding, Problem } from '../problem.ts'
import type { Places } from './places.ts'
import { readLibrary } from './read-library.ts'
import { readThemeParts } from './theme-parts.ts'

export interface Loaded {
  readonly library: LoadedLibrary
  /** The questions made from each article's graph. */
  readonly generated: ReadonlyMap<LoadedArticle, readonly Question[]>
  readonly compiled: CompiledLibrary
  readonly places: Places
}

export interface LoadResult {
  /** Undefined only when data/library.yaml itself cannot be read. */
  readonly loaded: Loaded | undefined
  readonly problems: readonly Problem[]
}

/** Laying out is the dear part of compiling; an edit leaves most arguments as they were. */
const layouts = new Map<string, MapLayout>()
function layOutOnce(graph: ArgumentGraph): MapLayout {
  const key = JSON.stringify(graph)
  const layout = layouts.get(key) ?? layoutMap(graph)
  layouts.set(key, layout)
  return layout
}

/** Reads, checks and compiles the library below `root`. Lint is not part of it: a clumsy stem breaks no page. */
export function loadLibrary(root: string): LoadResult {
  const { library, places, unreadableIds, problems } = readLibrary(root)
  if (library === undefined) return { loaded: undefined, problems }
  const generated = new Map(library.articles.map((article) => [article, generateQuestions(article, library)] as const))
  // A generated question has no file of its own: what is wrong with it stands in the claim that it is made from.
  const claims = new Map(library.articles.flatMap((article) => article.claims.map((claim) => [claim.id, claim] as const)))
  for (const [article, questions] of generated) for (const question of questions) places.set(question, places.of(question.claims.flatMap((id) => claims.get(id) ?? [])[0] ?? article))
  const { compiled, findings } = compileLibrary(library, generated, layOutOnce)
  const generatedIds = new Set<string>([...generated.values()].flatMap((questions) => questions.map((question) => question.id)))
  const found = [...checkGraph(library), ...checkDecks(library, readThemeParts(root), generatedIds), ...findings].filter((finding) => !namesUnreadable(finding, unreadableIds))
  return { loaded: { library, generated, compiled, places }, problems: withoutRepeats([...problems, ...found.map((finding) => places.toProblem(finding))]) }
}

const NAMES_AN_ID = new Set(['dangling-id', 'deck-claim', 'deck-question', 'deck-reference'])

/** An item with a problem of its own is left out of the library; that others name it is no second problem. */
const namesUnreadable = (finding: Finding, unreadableIds: ReadonlySet<string>): boolean =>
  NAMES_AN_ID.has(finding.rule) && unreadableIds.has(/there is no \S+ (\S+)$/.exec(finding.message)?.[1] ?? '')

/** One broken formula in a claim breaks every question made from the claim: said once. */
const withoutRepeats = (problems: readonly Problem[]): Problem[] => [...new Map(problems.map((problem) => [`${problem.file}:${problem.line}: ${problem.message}`, problem])).values()]
