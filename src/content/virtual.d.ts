/** The modules that the Lectern Vite plugin serves; see src/content/loading/vite-plugin.ts. */
declare module 'virtual:lectern/deck' {
  const deck: import('./library.ts').DeckContent
  export default deck
}
/** Each asks anew when it failed before. */
declare module 'virtual:lectern/loaders' {
  export const articles: Record<import('./ids.ts').ArticleSlug, () => Promise<{ default: import('./library.ts').ArticleText }>>
  export const maps: Record<import('./ids.ts').ArticleSlug, () => Promise<{ default: import('./library.ts').ArticleMaps }>>
  export const catalogue: () => Promise<{ default: import('./library.ts').Catalogue }>
  export const commons: () => Promise<{ default: import('./library.ts').Commons }>
}
