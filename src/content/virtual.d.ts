/** The modules that the Lectern Vite plugin serves; see src/content/loading/vite-plugin.ts. */
declare module 'virtual:lectern/catalogue' {
  const catalogue: import('./library.ts').Catalogue
  export default catalogue
}
declare module 'virtual:lectern/commons' {
  const commons: import('./library.ts').Commons
  export default commons
}
declare module 'virtual:lectern/deck' {
  const deck: import('./library.ts').DeckContent
  export default deck
}
declare module 'virtual:lectern/articles' {
  const articles: Record<import('./ids.ts').ArticleSlug, () => Promise<{ default: import('./library.ts').ArticleText }>>
  export default articles
}
declare module 'virtual:lectern/maps' {
  const maps: Record<import('./ids.ts').ArticleSlug, () => Promise<{ default: import('./library.ts').ArticleMaps }>>
  export default maps
}
