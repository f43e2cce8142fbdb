/** The line at the foot of a slide: which article, which paragraphs, whose voice. */
import type { Claim } from '../../../src/content/argument-schema.ts'
import type { ArticleFile } from '../../../src/content/article-schema.ts'
import { paragraphWords } from '../../../src/content/paragraph-words.ts'
import { dateWords } from '../../../src/components/debate/timeline-layout.ts'
import { findArticleOf, getClaim, nameOf } from './deck-content.ts'

export interface SlideSource { readonly article: ArticleFile, readonly words: string }

/** “Zhang Junlin, 29 Sep 2024”; the outlet stands for an author whom the source does not name. */
export function sourceName(article: ArticleFile): string {
  if (article.kind === 'synthesis') return article.title
  const { author, outlet, published } = article.source
  return `${author === undefined ? outlet.split(',')[0] : nameOf(author)}, ${published.inferred ? 'about ' : ''}${dateWords(published.date)}`
}

/** One entry an article that the claims come from, in the order in which the slide names them. */
export function slideSources(claimIds: readonly string[]): SlideSource[] {
  const byArticle = new Map<ArticleFile, Claim[]>()
  for (const id of claimIds) {
    const article = findArticleOf(id)
    if (article !== undefined) byArticle.set(article, [...(byArticle.get(article) ?? []), getClaim(id)])
  }
  return [...byArticle].map(([article, claims]) => {
    const author = article.kind === 'article' ? article.source.author : undefined
    const reported = [...new Set(claims.filter(({ voice }) => voice.stance !== 'asserts' && voice.speaker !== author).map(({ voice }) => `${nameOf(voice.speaker)}, ${stanceWords[voice.stance]}`))]
    const voices = reported.length === 0 ? '' : ` (${reported.slice(0, 2).join('; ')}${reported.length > 2 ? ' and others' : ''})`
    return { article, words: `${byArticle.size > 1 ? article.volume.name : sourceName(article)}, ¶ ${paragraphWords(claims.flatMap(({ paragraphs }) => paragraphs))}${voices}` }
  })
}

const stanceWords = { asserts: 'asserting', endorses: 'endorsed', reports: 'reported', rejects: 'rejected' } as const
