/** The little that slides need of the library: its name, and who and what each deck is. Reading the whole takes longer than printing a deck. */
import { articleFile, type ArticleFile } from '../../content/article-schema.ts'
import { libraryFile, peopleFile, type LibraryFile, type Person } from '../../content/library-schema.ts'
import { readYaml } from '../../content/loading/read-yaml.ts'

export interface LibraryCards {
  readonly library: LibraryFile
  readonly people: readonly Person[]
  /** Throws when a deck is not among the articles of the library. */
  getArticle(slug: string): ArticleFile
}

/** Throws when data/library.yaml, or the card of an article that is asked for, cannot be read. */
export function readCards(root: string): LibraryCards {
  const library = readYaml(root, 'data/library.yaml', libraryFile).yaml?.value
  if (library === undefined) throw new Error('data/library.yaml cannot be read. Run npm run check to see why.')
  return {
    library,
    people: readYaml(root, 'data/people.yaml', peopleFile).yaml?.value.people ?? [],
    getArticle(slug) {
      const article = library.articles.some((one) => one === slug) ? readYaml(root, `data/articles/${slug}/article.yaml`, articleFile).yaml?.value : undefined
      if (article === undefined) throw new Error(`${slug} has a deck but is not among the articles of data/library.yaml, or cannot be read. Run npm run check to see why.`)
      return article
    },
  }
}
