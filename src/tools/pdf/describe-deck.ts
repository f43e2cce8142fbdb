/** The metadata of a deck's PDFs, from the library. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'yaml'
import { articleFile } from '../../content/article-schema.ts'
import { peopleFile } from '../../content/library-schema.ts'
import { root } from '../site.ts'

/** Title, author, subject, keywords and date of a deck's files. The date is that of the article, so the same input gives the same bytes. */
export async function describeDeck(slug: string): Promise<{ title: string, author: string, subject: string, keywords: string[], date: Date }> {
  const article = articleFile.parse(parse(readFileSync(resolve(root, 'data/articles', slug, 'article.yaml'), 'utf8')))
  const { people } = peopleFile.parse(parse(readFileSync(resolve(root, 'data/people.yaml'), 'utf8')))
  const author = article.kind === 'article' ? people.find((person) => person.id === article.source.author)?.name ?? article.source.outlet : undefined
  return {
    title: article.title,
    author: 'Lectern',
    subject: author === undefined ? article.question : `${article.question} A reading of ${author}.`,
    keywords: ['Lectern', article.volume.name, ...article.mechanisms],
    date: new Date(`${article.kind === 'article' ? article.source.published.date.padEnd(10, '-01').slice(0, 10) : '2024-11-30'}T00:00:00Z`),
  }
}
