/**
 * Serves the compiled library to quiz and decks as virtual modules; in dev an edit reaches the open pages without a reload.
 * In a build of the quiz the modules fetch the library as JSON files: data costs no script, and each part comes when it is asked for.
 */
import { readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import { breaksPages, formatProblem, isError, type Problem } from '../problem.ts'
import { compileDeck, type CompiledLibrary } from '../compile.ts'
import type { ArticleContent } from '../library.ts'
import { fetchedJsonLoaders, preloadJson } from './fetched-json.ts'
import { loadLibrary, type LoadResult } from './load-library.ts'

const NAMESPACE = 'virtual:lectern/'
const CATALOGUE = `${NAMESPACE}catalogue`
const COMMONS = `${NAMESPACE}commons`
const ARTICLE = `${NAMESPACE}article/`
const MAPS = `${NAMESPACE}maps/`

/**
 * The plugin. `root` is the project's folder (the one that holds `data/` and `slides/`).
 * `deck` is the slug of the deck that is built; only its content is then served, as `virtual:lectern/deck`.
 * `compiledFile` is a JSON file with the library as the caller has checked and compiled it a moment ago; a build then need not do it again.
 * A build fails with every problem at once; the dev server shows them in Vite's overlay and serves what is sound.
 */
export function lectern({ root, deck, compiledFile }: { readonly root: string, readonly deck?: string | undefined, readonly compiledFile?: string | undefined }): Plugin {
  let current: LoadResult | undefined
  let given: CompiledLibrary | undefined
  let isBuild = false
  let base = '/'
  const load = (): LoadResult => (current ??= loadLibrary(root))
  const compiled = (): CompiledLibrary => {
    if (given !== undefined) return given
    const { loaded, problems } = load()
    if (loaded === undefined) throw new Error(asText(problems))
    return loaded.compiled
  }

  return {
    name: 'lectern',
    configResolved(config) {
      isBuild = config.command === 'build'
      base = config.base
    },
    buildStart() {
      if (isBuild && compiledFile !== undefined) {
        given = JSON.parse(readFileSync(compiledFile, 'utf8')) as CompiledLibrary // written by build.ts from a compiled library
        return
      }
      const { problems } = load()
      if (!isBuild) return
      const fatal = problems.filter(breaksPages)
      if (fatal.length > 0) this.error(asText(fatal))
      if (problems.length > 0) this.warn(`the library has ${problems.length} gaps that break no page; npm run check lists them`)
    },
    resolveId: {
      order: 'pre',
      handler(id) {
        if (id.startsWith(NAMESPACE)) return `\0${id}`
        // No page asks a kind of question for what the tools need of it, so none is built with it.
        return isBuild && id === './authored.ts' ? { id, external: true } : undefined
      },
    },
    load(id) {
      if (!id.startsWith(`\0${NAMESPACE}`)) return undefined
      const name = id.slice(1)
      const { catalogue, commons, articles } = compiled()
      const emit = (file: string, value: unknown): string => this.emitFile({ type: 'asset', name: `${file}.json`, source: JSON.stringify(value) })
      if (name === `${NAMESPACE}loaders`) {
        if (!isBuild) return importLoaders(Object.keys(articles))
        const each = (emitOne: (article: ArticleContent) => string) => Object.fromEntries(Object.values(articles).map((article) => [article.slug, emitOne(article)]))
        return fetchedJsonLoaders({ articles: each(({ maps: _, ...text }) => emit(text.slug, text)), maps: each(({ slug, maps }) => emit(`${slug}-maps`, maps)), catalogue: emit('catalogue', catalogue), commons: emit('commons', commons) })
      }
      if (name === CATALOGUE) return jsonModule(catalogue)
      if (name === COMMONS) return jsonModule(commons)
      if (name === `${NAMESPACE}deck`) {
        const content = deck === undefined ? undefined : compileDeck(compiled(), deck)
        if (content === undefined) throw new Error(`there is no article ${deck ?? '(none named)'} for this deck; articles: ${Object.keys(articles).join(', ')}`)
        return jsonModule(content)
      }
      for (const { maps, ...text } of Object.values(articles)) {
        if (name === ARTICLE + text.slug) return jsonModule(text)
        if (name === MAPS + text.slug) return jsonModule(maps)
      }
      throw new Error(`there is no module ${name}; articles: ${Object.keys(articles).join(', ')}`)
    },
    transformIndexHtml: { order: 'post', handler: (_, { bundle }) => preloadJson('catalogue', bundle, base) },
    configureServer(server) {
      server.watcher.add([join(root, 'data'), join(root, 'slides')])
      let timer: NodeJS.Timeout | undefined
      const changed = (path: string): void => {
        if (!isLibraryFile(relative(root, path))) return
        // Editors write in bursts; one load for all of them.
        clearTimeout(timer)
        timer = setTimeout(() => reload(server), 40)
      }
      for (const event of ['change', 'add', 'unlink'] as const) server.watcher.on(event, changed)
      server.ws.on('connection', () => showErrors(server, load().problems))
    },
  }

  function reload(server: ViteDevServer): void {
    const hadErrors = load().problems.some(isError)
    current = undefined
    const { loaded, problems } = load()
    if (loaded !== undefined) {
      for (const [id, module] of server.moduleGraph.idToModuleMap) if (id.startsWith(`\0${NAMESPACE}`)) server.moduleGraph.invalidateModule(module)
      // An empty update takes an earlier overlay away.
      if (hadErrors) server.ws.send({ type: 'update', updates: [] })
      server.ws.send('lectern:library', loaded.compiled)
      if (deck !== undefined) server.ws.send('lectern:deck', compileDeck(loaded.compiled, deck))
    }
    showErrors(server, problems)
  }
}

function showErrors(server: ViteDevServer, problems: readonly Problem[]): void {
  const errors = problems.filter(breaksPages)
  const [first] = errors
  if (first === undefined) return
  server.config.logger.error(asText(errors), { timestamp: true })
  server.ws.send({ type: 'error', err: { message: asText(errors), stack: '', plugin: 'lectern', id: first.file, loc: { file: first.file, line: first.line, column: 1 } } })
}

const isLibraryFile = (path: string): boolean => {
  const [top, ...rest] = path.split(sep)
  return (top === 'data' && path.endsWith('.yaml')) || (top === 'slides' && rest[0] !== '_theme' && path.endsWith('.md'))
}

const asText = (problems: readonly Problem[]): string =>
  `the library has ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}:\n${problems.map(formatProblem).join('\n')}`

/** A JSON string parses several times faster than an object literal of its size. */
const jsonModule = (value: unknown): string => `export default JSON.parse(${JSON.stringify(JSON.stringify(value))})`

/** The loaders in development: modules, which Vite keeps up to date. */
function importLoaders(slugs: readonly string[]): string {
  const each = (prefix: string) => `{ ${slugs.map((slug) => `${JSON.stringify(slug)}: () => import(${JSON.stringify(prefix + slug)})`).join(', ')} }`
  const one = (id: string) => `() => import(${JSON.stringify(id)})`
  return `export const articles = ${each(ARTICLE)}\nexport const maps = ${each(MAPS)}\nexport const catalogue = ${one(CATALOGUE)}\nexport const commons = ${one(COMMONS)}`
}
