/** The library as the pages read it: everything linked, every Markdown field rendered to HTML at build. */
import type { Claim, Reference, Relation } from './argument-schema.ts'
import type { ArticleFile } from './article-schema.ts'
import type { ArticleSlug, ClaimId, QuestionId, ReferenceId } from './ids.ts'
import type { Issue, LibraryFile, Person, Term } from './library-schema.ts'
import type { MapLayout } from './map/map-layout.ts'
import type { Level, Question, QuestionKind } from './question-schema.ts'

/** One slide of a deck, as far as the rest of the library needs to know it. */
export interface SlideEntry {
  readonly deck: ArticleSlug
  /** Slide number, from 1: the place that `/decks/<deck>/#/<number>` opens. */
  readonly number: number
  readonly title: string
  readonly claims: readonly ClaimId[]
  readonly questions: readonly QuestionId[]
  readonly references?: readonly ReferenceId[]
  /** Name of the slide's argument map in its article's `maps`. */
  readonly map?: string
}

/** What the queue needs to know of a question before its text is loaded. */
export interface QuestionStub {
  readonly id: QuestionId
  readonly article: ArticleSlug
  readonly rev: number
  readonly kind: QuestionKind
  readonly level: Level
  readonly claims: readonly ClaimId[]
  /** True when it was made from the graph rather than written by an author. */
  readonly generated: boolean
  /** Questions that give this one away; a session keeps them apart. */
  readonly givenAwayBy: readonly QuestionId[]
}

/** Everything but the articles' own text: small, loaded at start. */
export interface Catalogue {
  readonly library: LibraryFile
  readonly articles: readonly ArticleFile[]
  readonly people: readonly Person[]
  readonly questions: readonly QuestionStub[]
  readonly slides: readonly SlideEntry[]
}

/** One article's argument and questions: loaded when it is opened or studied. */
export interface ArticleText {
  readonly slug: ArticleSlug
  readonly claims: readonly Claim[]
  readonly relations: readonly Relation[]
  readonly references: readonly Reference[]
  readonly questions: readonly Question[]
}

/** Laid-out argument maps by name: `whole`, `overview` (what leads to the thesis), and one for each map slide of the deck. */
export type ArticleMaps = Readonly<Record<string, MapLayout>>

/** All that there is of one article. */
export interface ArticleContent extends ArticleText {
  readonly maps: ArticleMaps
}

/**
 * All that one deck shows, and no more, so that it loads at once and is built again only when something in it changed.
 * A synthesis brings the claims of every article with it.
 */
export interface DeckContent {
  readonly article: ArticleFile
  readonly articles: readonly ArticleFile[]
  readonly people: readonly Person[]
  /** Claims, relations, references, questions and maps are those that the deck's slides show. */
  readonly claims: readonly Claim[]
  readonly relations: readonly Relation[]
  readonly references: readonly Reference[]
  readonly questions: readonly Question[]
  /** Every question whose main claim the deck shows, asked in it or not: who has read it to its end may be asked them next. */
  readonly opens: readonly QuestionId[]
  readonly maps: Readonly<Record<string, MapLayout>>
  readonly issues: readonly Issue[]
  readonly publicAddress: string | undefined
}

/** The debate between the articles and the words they share. */
export interface Commons {
  readonly issues: readonly Issue[]
  readonly terms: readonly Term[]
}
