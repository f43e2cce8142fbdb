/** From the library as authored to the library as pages read it: linked, generated questions added, Markdown rendered. */
import type { z } from 'zod'
import { argumentFile } from './argument-schema.ts'
import { articleFile } from './article-schema.ts'
import type { ArticleSlug, QuestionId } from './ids.ts'
import { claimId, questionId, referenceId } from './ids.ts'
import type { ArticleContent, Catalogue, DeckContent, Commons, QuestionStub, SlideEntry } from './library.ts'
import { issue, term } from './library-schema.ts'
import { findGiveaways } from './lint/giveaways.ts'
import type { DeckSlide, LoadedArticle, LoadedLibrary } from './loaded-library.ts'
import { layoutMap, type MapLayout } from './map/map-layout.ts'
import { type ArgumentGraph, findMainThesis, mapName, type MapRequest, selectMap } from './map/map-selection.ts'
import type { Finding } from './problem.ts'
import { question, type Question } from './question-schema.ts'
import { renderMarkdown } from './render-markdown.ts'
import { mapMarkdown } from './schema-walk.ts'

export interface CompiledLibrary {
  readonly catalogue: Catalogue
  readonly commons: Commons
  readonly articles: Readonly<Record<ArticleSlug, ArticleContent>>
}

/** Compiles the library with the questions generated from each article's graph. Findings are TeX that does not parse; the field then keeps its source text, escaped. */
export function compileLibrary(loaded: LoadedLibrary, generatedBy: ReadonlyMap<LoadedArticle, readonly Question[]>, layOut: (graph: ArgumentGraph) => MapLayout = layoutMap): { compiled: CompiledLibrary; findings: Finding[] } {
  const findings: Finding[] = []

  /** The object with its Markdown fields as HTML. */
  function render<T extends object>(schema: z.ZodType<T>, object: T): T {
    const html = mapMarkdown(schema, object, (text, path) => {
      const result = renderMarkdown(text)
      if (result.ok) return result.value
      findings.push({ severity: 'error', rule: 'tex', message: result.reason, hint: 'correct the formula between the dollar signs', about: object, path })
      return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    })
    return html as T // mapMarkdown keeps the shape and replaces strings by strings
  }

  const bank = loaded.articles.map((article) => ({ article, authored: article.questions, generated: generatedBy.get(article) ?? [] }))
  const contents: [ArticleSlug, ArticleContent][] = bank.map(({ article, authored, generated }) => [article.slug, {
    slug: article.slug,
    claims: article.claims.map((item) => render(argumentFile.shape.claims.unwrap().element, item)),
    relations: article.relations.map((item) => render(argumentFile.shape.relations.unwrap().element, item)),
    references: article.references.map((item) => render(argumentFile.shape.references.unwrap().element, item)),
    questions: [...authored, ...generated].map((item) => render(question, item)),
    maps: compileMaps(loaded, article, layOut),
  }])

  const all = bank.flatMap(({ authored, generated }) => [...authored, ...generated])
  const giveaways = findGiveaways(all)
  const stubs = bank.flatMap(({ article, authored, generated }) => [
    ...authored.map((item) => stub(article, item, false, giveaways)),
    ...generated.map((item) => stub(article, item, true, giveaways)),
  ])
  return {
    compiled: {
      catalogue: {
        library: loaded.library,
        articles: loaded.articles.map((article) => render(articleFile, article.file)),
        people: loaded.people,
        questions: stubs,
        slides: slideEntries(loaded),
      },
      commons: { issues: loaded.issues.map((item) => render(issue, item)), terms: loaded.terms.map((item) => render(term, item)) },
      articles: Object.fromEntries(contents),
    },
    findings,
  }
}

/** What the deck of an article shows, and no more, since all of it comes before the first slide; undefined when the library has no such article. */
export function compileDeck({ catalogue, commons, articles }: CompiledLibrary, slug: string): DeckContent | undefined {
  const article = catalogue.articles.find((file) => file.slug === slug)
  const own = Object.values(articles).find((content) => content.slug === slug)
  if (article === undefined || own === undefined) return undefined
  const drawnOn = article.kind === 'synthesis' ? Object.values(articles) : [own]
  const slides = catalogue.slides.filter(({ deck }) => deck === slug)
  const asked = new Set(slides.flatMap(({ questions }) => questions))
  const questions = drawnOn.flatMap((content) => content.questions.filter(({ id }) => asked.has(id)))
  const maps = Object.fromEntries(slides.flatMap(({ map }) => (map === undefined || own.maps[map] === undefined ? [] : [[map, own.maps[map]] as const])))
  const drawn = Object.values(maps)
  const shown = new Set([...[...slides, ...questions].flatMap(({ claims }) => claims), ...drawn.flatMap(({ boxes }) => boxes.map(({ claim }) => claim))])
  const joined = new Set<string>(drawn.flatMap(({ edges }) => edges.map(({ relation }) => relation)))
  const cited = new Set(slides.flatMap(({ references }) => references ?? []))
  return {
    article, articles: catalogue.articles, people: catalogue.people,
    claims: drawnOn.flatMap(({ claims }) => claims.filter(({ id }) => shown.has(id))),
    relations: drawnOn.flatMap(({ relations }) => relations.filter(({ id }) => joined.has(id))),
    references: drawnOn.flatMap(({ references }) => references.filter(({ id }) => cited.has(id))),
    questions, opens: catalogue.questions.flatMap(({ id, claims: [main] }) => (main !== undefined && shown.has(main) ? [id] : [])),
    maps, issues: commons.issues, publicAddress: catalogue.library.publicAddress,
  }
}

function stub(article: LoadedArticle, item: Question, generated: boolean, giveaways: ReadonlyMap<QuestionId, readonly QuestionId[]>): QuestionStub {
  const { id, rev, kind, level, claims } = item
  return { id, article: article.slug, rev, kind, level, claims, generated, givenAwayBy: giveaways.get(id) ?? [] }
}

/** The slides with the ids that exist; unknown ones are findings of the deck checks. */
function slideEntries(loaded: LoadedLibrary): SlideEntry[] {
  return loaded.decks.flatMap((deck) => deck.slides.map((slide) => ({
    deck: deck.slug, number: slide.number, title: slide.title,
    claims: slide.claims.flatMap((id) => claimId.safeParse(id).data ?? []),
    questions: slide.questions.flatMap((id) => questionId.safeParse(id).data ?? []),
    ...(slide.references.length === 0 ? {} : { references: slide.references.flatMap((id) => referenceId.safeParse(id).data ?? []) }),
    ...(slide.map === undefined ? {} : { map: mapName(toRequest(slide.map)) }),
  })))
}

/** Unknown ids drop out here; the deck checks report them. */
function toRequest(asked: NonNullable<DeckSlide['map']>): MapRequest {
  return {
    claims: asked.claims?.flatMap((id) => claimId.safeParse(id).data ?? []),
    focus: asked.focus === undefined ? undefined : claimId.safeParse(asked.focus).data,
    depth: asked.depth, limit: asked.limit,
  }
}

/** The maps of an article. A synthesis draws on the claims of all articles. */
function compileMaps(loaded: LoadedLibrary, article: LoadedArticle, layOut: (graph: ArgumentGraph) => MapLayout): Record<string, MapLayout> {
  const graph = article.file.kind === 'article'
    ? { claims: article.claims, relations: article.relations }
    : { claims: loaded.articles.flatMap(({ claims }) => claims), relations: loaded.articles.flatMap(({ relations }) => relations) }
  const thesis = findMainThesis({ claims: article.claims, relations: article.relations })
  const slides = loaded.decks.find(({ slug }) => slug === article.slug)?.slides ?? []
  const wanted = slides.flatMap(({ map }) => (map === undefined ? [] : [toRequest(map)]))
  return {
    ...(article.file.kind === 'article' ? { whole: layOut(graph) } : {}),
    ...(thesis === undefined ? {} : { overview: layOut(selectMap(graph, { focus: thesis })) }),
    ...Object.fromEntries(wanted.map((request) => [mapName(request), layOut(selectMap(graph, request))])),
  }
}
