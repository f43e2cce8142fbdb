/** The library that the pages read. Small parts are here from the start; an article's text comes when it is opened. */
import { articles as articleLoaders, catalogue as fetchCatalogue, commons as fetchCommons, maps as mapLoaders } from 'virtual:lectern/loaders'
import { defineStore } from 'pinia'
import { ref, shallowReactive, shallowRef, type ShallowRef } from 'vue'
import type { ArticleSlug, ClaimId } from '../../src/content/ids.ts'
import type { ArticleContent, ArticleMaps, ArticleText, Catalogue, Commons } from '../../src/content/library.ts'
import { findArticleOfId } from '../linking.ts'

export const useLibrary = defineStore('library', () => {
  // Filled before any page is drawn (see main.ts).
  const catalogue = shallowRef() as ShallowRef<Catalogue>
  const commons = shallowRef<Commons>()
  const contents = shallowReactive(new Map<ArticleSlug, ArticleText>())
  const maps = new Map<ArticleSlug, ArticleMaps>()
  /** Counts the times that content was exchanged under the reader (development only). */
  const edition = ref(0)

  async function loadCatalogue(): Promise<void> { catalogue.value = (await fetchCatalogue()).default }

  /** The text of one article. Throws when the library has no such article or it cannot be fetched. */
  async function loadArticle(slug: ArticleSlug): Promise<ArticleText> {
    const here = contents.get(slug)
    if (here) return here
    const load = articleLoaders[slug]
    if (!load) throw new Error(`the library has no article “${slug}”`)
    const { default: content } = await load()
    contents.set(slug, content)
    return content
  }

  /** The articles that hold these claims: a question of the debate stands on claims of several. */
  const loadArticlesOf = (claims: readonly ClaimId[]) => Promise.all(claims.flatMap((claim) => {
    const article = findArticleOfId(catalogue.value, claim)
    return article ? loadArticle(article.slug) : []
  }))

  const loadAllArticles = () => Promise.all(catalogue.value.articles.map((article) => loadArticle(article.slug)))

  /** The argument maps of one article, which only its own page draws whole. Throws as `loadArticle` does. */
  async function loadMaps(slug: ArticleSlug): Promise<ArticleMaps> {
    const load = mapLoaders[slug]
    if (!load) throw new Error(`the library has no article “${slug}”`)
    const loaded = maps.get(slug) ?? (await load()).default
    maps.set(slug, loaded)
    return loaded
  }

  async function loadCommons(): Promise<Commons> {
    const loaded = commons.value ?? (await fetchCommons()).default
    commons.value = loaded
    return loaded
  }

  /** Exchanges the content while the page, and the learner's place on it, stays. */
  function replaceContent(next: { catalogue: Catalogue; commons: Commons; articles: Record<ArticleSlug, ArticleContent> }): void {
    catalogue.value = next.catalogue
    commons.value = next.commons
    for (const content of Object.values(next.articles)) {
      contents.set(content.slug, content)
      maps.set(content.slug, content.maps)
    }
    edition.value += 1
  }

  return { catalogue, commons, contents, edition, loadCatalogue, loadArticle, loadArticlesOf, loadAllArticles, loadMaps, loadCommons, replaceContent }
})
