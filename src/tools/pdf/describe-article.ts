/** The metadata of an article's PDFs, from the library. */
import type { ArticleFile } from '../../content/article-schema.ts'
import type { Person } from '../../content/library-schema.ts'
import type { PdfDescription } from './finish-pdf.ts'

/** Stands for the date of a synthesis, which has no day of its own: after the last of the articles. */
const SYNTHESIS_DATE = '2024-11-30'

/** Title, author, subject, keywords and date. The date is that of the article, so the same input gives the same bytes. */
export function describeArticle(article: ArticleFile, people: readonly Person[]): Omit<PdfDescription, 'language'> {
  const author = article.kind === 'article' ? people.find((person) => person.id === article.source.author)?.name ?? article.source.outlet : undefined
  const day = article.kind === 'article' ? article.source.published.date : SYNTHESIS_DATE
  return {
    title: article.title,
    author: 'Lectern',
    subject: author === undefined ? article.question : `${article.question} A reading of ${author}.`,
    keywords: ['Lectern', article.volume.name, ...article.mechanisms],
    date: new Date(`${day.padEnd(7, '-01').padEnd(10, '-01')}T00:00:00Z`),
  }
}
