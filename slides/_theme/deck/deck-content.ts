/** The content of the deck on the screen. In dev an edit under data/ swaps it in place. */
import { shallowRef, computed } from 'vue'
import built from 'virtual:lectern/deck'
import type { Claim } from '../../../src/content/argument-schema.ts'
import type { ArticleFile } from '../../../src/content/article-schema.ts'
import type { DeckContent } from '../../../src/content/library.ts'

export const deck = shallowRef<DeckContent>(built)

if (import.meta.hot) import.meta.hot.on('lectern:deck', (content: DeckContent) => { deck.value = content })

const claimsById = computed(() => new Map<string, Claim>(deck.value.claims.map((claim) => [claim.id, claim])))

/** The claim with this id. Throws when the deck has none; the library check reports that with file and line. */
export function getClaim(id: string): Claim {
  const claim = claimsById.value.get(id)
  if (claim === undefined) throw new Error(`There is no claim ${id} in this deck.`)
  return claim
}

/** The article that a claim or a question belongs to, by the prefix of its id. */
export function findArticleOf(id: string): ArticleFile | undefined {
  return deck.value.articles.find((article) => id.startsWith(`${article.prefix}-`))
}

/** The name of a speaker as the decks use it. */
export function nameOf(person: string): string {
  return deck.value.people.find(({ id }) => id === person)?.name ?? person
}

/** Addresses in the quiz, relative to a deck, so that they hold under any base path. */
export const quizAddress = (path: string): string => `../../#/${path}`
