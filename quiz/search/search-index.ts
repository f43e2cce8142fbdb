/** Search over the whole library: made when it is first wanted, from what is then loaded. */
import MiniSearch from 'minisearch'
import type { ArticleText, Catalogue, Commons } from '../../src/content/library.ts'
import type { QuestionId } from '../../src/content/ids.ts'
import { tokenise } from './tokenise.ts'

export type FoundSort = 'article' | 'claim' | 'issue' | 'term' | 'person' | 'slide' | 'question'

export interface Found {
  readonly sort: FoundSort
  /** Where it opens: a path of the app, or the address of a slide. */
  readonly to: string
  /** What is shown, as plain text. */
  readonly text: string
  readonly place: string
}

interface Entry extends Found {
  readonly key: string
  /** Other words by which it may be found: original titles, aliases, definitions. */
  readonly more: string
}

export interface SearchSource {
  readonly catalogue: Catalogue
  readonly commons: Commons
  readonly contents: readonly ArticleText[]
  /** Only questions already seen are found: search must not give the others away. */
  readonly hasSeen: (id: QuestionId) => boolean
  readonly plainText: (html: string) => string
}

export interface SearchIndex { find(query: string, limit?: number): readonly Found[] }

function* listEntries({ catalogue, commons, contents, hasSeen, plainText }: SearchSource): Generator<Entry> {
  const titles = new Map(catalogue.articles.map((article) => [article.slug, article.title]))
  for (const article of catalogue.articles) {
    const source = article.kind === 'article' ? `${article.source.title} ${article.source.titleInEnglish ?? ''} ${article.source.outlet}` : ''
    yield { key: `article/${article.slug}`, sort: 'article', to: `/articles/${article.slug}`, text: article.title, place: article.subtitle, more: `${source} ${article.question} ${plainText(article.summary)}` }
  }
  for (const content of contents) {
    const place = titles.get(content.slug) ?? content.slug
    for (const claim of content.claims) yield { key: `claim/${claim.id}`, sort: 'claim', to: `/claims/${claim.id}`, text: plainText(claim.text), place, more: `${claim.short} ${claim.numbers.map((number) => `${number.shown} ${number.original ?? ''}`).join(' ')}` }
    for (const question of content.questions) {
      if (hasSeen(question.id)) yield { key: `question/${question.id}`, sort: 'question', to: `/questions/${question.id}`, text: plainText(question.stem).replaceAll('___', '…'), place, more: '' }
    }
  }
  for (const issue of commons.issues) yield { key: `issue/${issue.id}`, sort: 'issue', to: `/issues/${issue.id}`, text: issue.question, place: plainText(issue.gloss), more: issue.positions.map((position) => plainText(position.text)).join(' ') }
  for (const term of commons.terms) yield { key: `term/${term.id}`, sort: 'term', to: `/glossary?term=${term.id}`, text: term.term, place: plainText(term.definition), more: [term.original.zh, term.original.ru, ...term.aliases].join(' ') }
  for (const person of catalogue.people) yield { key: `person/${person.id}`, sort: 'person', to: `/library?q=${encodeURIComponent(person.name)}`, text: [person.name, person.original].filter(Boolean).join(' '), place: person.affiliation ?? '', more: person.aliases.join(' ') }
  for (const slide of catalogue.slides) yield { key: `slide/${slide.deck}/${slide.number}`, sort: 'slide', to: `decks/${slide.deck}/#/${slide.number}`, text: slide.title, place: titles.get(slide.deck) ?? slide.deck, more: '' }
}

export function makeSearchIndex(source: SearchSource): SearchIndex {
  const entries = new Map([...listEntries(source)].map((entry) => [entry.key, entry]))
  const index = new MiniSearch<Entry>({ idField: 'key', fields: ['text', 'place', 'more'], tokenize: tokenise, processTerm: (term) => term })
  index.addAll([...entries.values()])
  return {
    find(query, limit = 30) {
      const options = { prefix: true, boost: { text: 3 }, combineWith: 'AND' as const, fuzzy: (term: string) => (term.length > 3 ? 0.25 : false), boostDocument: (key: unknown) => (String(key).startsWith('article/') ? 1.5 : 1) }
      return index.search(query, options).slice(0, limit).flatMap((hit) => entries.get(String(hit.id)) ?? [])
    },
  }
}
