/** The library as it was authored: checked for structure, nothing rendered yet. The checks and the compiler read it. */
import type { Claim, Reference, Relation } from './argument-schema.ts'
import type { ArticleFile } from './article-schema.ts'
import type { ArticleSlug } from './ids.ts'
import type { Issue, LibraryFile, Person, Term } from './library-schema.ts'
import type { Question } from './question-schema.ts'

export interface LoadedArticle {
  readonly slug: ArticleSlug
  readonly file: ArticleFile
  readonly claims: readonly Claim[]
  readonly relations: readonly Relation[]
  readonly references: readonly Reference[]
  /** The authored questions; the generated ones follow from the graph (generated-questions.ts). */
  readonly questions: readonly Question[]
}

/** One slide as its Markdown says it; ids are not yet known to exist. */
export interface DeckSlide {
  readonly number: number
  readonly title: string
  readonly layout: string | undefined
  /** From `claims:`, the two voices of a debate, the map, and the components that show a claim. */
  readonly claims: readonly string[]
  readonly questions: readonly string[]
  readonly mechanisms: readonly string[]
  readonly references: readonly string[]
  /** What the slide's argument map is asked to show; ids are not yet known to exist. */
  readonly map: { readonly claims?: readonly string[]; readonly focus?: string; readonly depth?: number; readonly limit?: number } | undefined
  /** Labels of the events that a timeline is narrowed to. */
  readonly events: readonly string[]
  /** Ids of the issues that a matrix is narrowed to; not yet known to exist. */
  readonly issues: readonly string[]
  /** Tags in the slide that could be Vue components, PascalCase or kebab-case. */
  readonly components: readonly string[]
  readonly text: string
  readonly note: string | undefined
}

export interface Deck {
  readonly slug: ArticleSlug
  readonly title: string | undefined
  readonly slides: readonly DeckSlide[]
}

export interface LoadedLibrary {
  readonly library: LibraryFile
  readonly people: readonly Person[]
  readonly issues: readonly Issue[]
  readonly terms: readonly Term[]
  readonly articles: readonly LoadedArticle[]
  readonly decks: readonly Deck[]
}
