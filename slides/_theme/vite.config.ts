/** What every deck shares in dev and build: the library's content, the print view, and the fonts of the site. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { lectern } from '../../src/content/loading/vite-plugin.ts'
import { readSessionCode } from '../../src/tools/session-code.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const root = here('../..')
/** The deck's name: the build says it; in dev Slidev is given the deck's file, and the folder it stands in is the name. */
const deck = process.env['LECTERN_DECK'] ?? process.argv.map((argument) => /(?:^|[\\/])slides[\\/]([^\\/]+)[\\/]slides\.md$/.exec(argument)?.[1]).find((slug) => slug !== undefined)

export default defineConfig({
  plugins: [
    lectern({ root, deck, compiledFile: process.env['LECTERN_LIBRARY'] }),
    {
      name: 'lectern-fonts',
      // A deck stands at decks/<slug>/, the shared fonts two folders up, under any base path.
      transformIndexHtml: { order: 'post', handler: () => [{ tag: 'link', attrs: { rel: 'stylesheet', href: '../../fonts/fonts.css' }, injectTo: 'head' as const }] },
    },
  ],
  // PDFs are printed from the built deck, which Slidev otherwise builds without its print view. The code is drawn here, so that no page carries the library.
  define: { __SLIDEV_FEATURE_PRINT__: 'true', __SESSION_CODE__: JSON.stringify(readSessionCode(root, deck, process.env['LECTERN_LIBRARY'])) ?? 'undefined' },
  resolve: {
    // What Slidev's client asks for and no deck needs: together a third of the script before the first slide.
    alias: [
      // Templates are compiled at build, and the pages' policy would not let a compiler run.
      { find: /^vue$/, replacement: here('../../node_modules/vue/dist/vue.runtime.esm-bundler.js') },
      // No deck shows typed code, and its popups log an error at start.
      { find: '@shikijs/vitepress-twoslash/client', replacement: here('deck/no-twoslash.ts') },
      // The parser's core is asked for one function, which its small sister has too, and would bring a YAML parser along.
      { find: /^@slidev\/parser\/core$/, replacement: '@slidev/parser/utils' },
    ],
  },
  server: { fs: { allow: [root] } },
})
