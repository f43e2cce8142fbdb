/** What every deck's build shares: the library's content, the print view, and the fonts of the site. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { lectern } from '../../src/content/loading/vite-plugin.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Slidev is given the deck's file; the folder it stands in is the deck's name. */
const deck = process.argv.map((argument) => /(?:^|[\\/])slides[\\/]([^\\/]+)[\\/]slides\.md$/.exec(argument)?.[1]).find((slug) => slug !== undefined)

export default defineConfig({
  plugins: [
    lectern({ root, ...(deck === undefined ? {} : { deck }) }),
    {
      name: 'lectern-fonts',
      // A deck stands at decks/<slug>/, the shared fonts two folders up, under any base path.
      transformIndexHtml: { order: 'post', handler: () => [{ tag: 'link', attrs: { rel: 'stylesheet', href: '../../fonts/fonts.css' }, injectTo: 'head' as const }] },
    },
  ],
  // PDFs are printed from the built deck, which Slidev otherwise builds without its print view.
  define: { __SLIDEV_FEATURE_PRINT__: 'true' },
  resolve: {
    alias: {
      // No deck shows typed code. Slidev's client installs the twoslash popups all the same, 80 KB of them, and they log an error at start.
      '@shikijs/vitepress-twoslash/client': fileURLToPath(new URL('deck/no-twoslash.ts', import.meta.url)),
    },
  },
  server: { fs: { allow: [root] } },
})
