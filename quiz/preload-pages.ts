/** Has the scripts of the first pages fetched with the app's own, before it runs and asks for them. */
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

/** `pages` are paths within the quiz, such as `pages/HomePage.vue`. */
export function preloadPages(pages: readonly string[]): Plugin {
  let base = '/'
  return {
    name: 'lectern-preload-pages',
    apply: 'build',
    configResolved(config) { base = config.base },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const found = pages.map((page) => {
          const chunk = Object.values(bundle).find((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(`/${page}`))
          if (chunk?.type !== 'chunk') throw new Error(`There is no chunk for ${page}, whose scripts the page is to preload.`)
          return chunk
        })
        const scripts = new Set(found.flatMap((chunk) => [...withImports(chunk, bundle)]))
        return [...scripts].map(({ fileName }) => base + fileName).filter((href) => !html.includes(`"${href}"`))
          .map((href): HtmlTagDescriptor => ({ tag: 'link', attrs: { rel: 'modulepreload', href, crossorigin: true }, injectTo: 'head' }))
      },
    },
  }
}

function withImports(chunk: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle, seen = new Set<Rolldown.OutputChunk>()): Set<Rolldown.OutputChunk> {
  seen.add(chunk)
  for (const name of chunk.imports) {
    const imported = bundle[name]
    if (imported?.type === 'chunk' && !seen.has(imported)) withImports(imported, bundle, seen)
  }
  return seen
}
