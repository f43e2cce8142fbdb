/** Leaves out of the built quiz what its libraries bring along and it never runs, so that a first visit fetches less script. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { baseCompile } from '@intlify/message-compiler'
import type { Plugin } from 'vite'
import { fetchedJsonLoaders, preloadJson } from '../src/content/loading/fetched-json.ts'
import { loadLibrary } from '../src/content/loading/load-library.ts'

/** How vue-i18n asks for something of Vue by a computed name, for which a bundler must keep all of Vue. */
const computedName = /const key = 'currentInstance';\s+if \(key in Vue\) \{\s+return Vue\[key\];\s+\}\s+else \{\s+return Vue\.getCurrentInstance\(\);\s+\}/
const messagesId = '\0lectern-messages:'

/** Keeps only what is used of Vue. Fails the build when vue-i18n has changed, so that the saving is not lost unseen. */
export function leanVue(): Plugin {
  return {
    name: 'lectern-lean-vue',
    apply: 'build',
    transform: {
      filter: { id: /\/vue-i18n\/dist\/petite-vue-i18n\.mjs$/ },
      handler(code) {
        if (!computedName.test(code)) this.error('vue-i18n no longer asks for `currentInstance` as it did; see whether this step is still needed')
        return { code: code.replace(computedName, 'return Vue.getCurrentInstance();'), map: null }
      },
    },
  }
}

/** Of the units that a typed number may have, keeps those that measure what some question of the library asks for. `root` is the project's folder. */
export function leanUnits(root: string): Plugin {
  return {
    name: 'lectern-lean-units',
    apply: 'build',
    transform: {
      filter: { id: /\/convert\/dist\/generated\/parse-unit\.js$/ },
      handler(code) {
        const kept = keepMeasuresOf(code, listUnitsAsked(root))
        if (kept === code) this.error('convert no longer lists its units as it did; see whether this step is still needed')
        return { code: kept, map: null }
      },
    },
  }
}

/** The table of `convert` with the measures of these units only: volume, time … A number in any other could not be converted to them. */
export function keepMeasuresOf(table: string, units: readonly string[]): string {
  const row = /^ {4}'(.+)': \[(\d+), .+\],\n/gm
  const measures = new Set([...table.matchAll(row)].flatMap(([, unit = '', measure]) => (units.includes(unit) ? [measure] : [])))
  return table.replaceAll(row, (line, _unit, measure) => (measures.has(measure) ? line : ''))
}

function listUnitsAsked(root: string): string[] {
  const questions = Object.values(loadLibrary(root).loaded?.compiled.articles ?? {}).flatMap((article) => article.questions)
  return questions.flatMap((question) => ('unit' in question && question.unit !== undefined ? [question.unit] : []))
}

/** Has each catalogue of messages fetched as data; in a build compiled, so that their compiler stays at home. */
export function compiledMessages(): Plugin {
  let base = '/'
  let isBuild = false
  return {
    name: 'lectern-messages',
    enforce: 'pre',
    config: (_, { command }) => (command === 'build' ? { define: { __INTLIFY_DROP_MESSAGE_COMPILER__: true } } : {}),
    configResolved(config) {
      base = config.base
      isBuild = config.command === 'build'
    },
    resolveId: {
      filter: { id: /\/messages\/[^/]+\.json\?fetched$/ },
      async handler(source, importer) {
        const file = await this.resolve(source.replace(/\?fetched$/, ''), importer, { skipSelf: true })
        // A name that does not end in .json, or Vite takes the module itself for JSON.
        return file && messagesId + file.id.replace(/\.json$/, '')
      },
    },
    load(id) {
      if (!id.startsWith(messagesId)) return undefined
      const file = `${id.slice(messagesId.length)}.json`
      if (!isBuild) return `export const fetchMessages = () => import(${JSON.stringify(file)})`
      this.addWatchFile(file)
      const source = JSON.stringify(compileMessages(JSON.parse(readFileSync(file, 'utf8'))))
      return fetchedJsonLoaders({ fetchMessages: this.emitFile({ type: 'asset', name: `messages-${basename(file)}`, source }) })
    },
    transformIndexHtml: { order: 'post', handler: (_, { bundle }) => preloadJson('messages-en', bundle, base) },
  }
}

/** Every message of a catalogue in the form that vue-i18n would bring it to at run time. */
function compileMessages(messages: unknown): unknown {
  if (typeof messages === 'string') return baseCompile(messages, { jit: true, location: false, optimize: true, minify: true }).ast
  if (typeof messages !== 'object' || messages === null) return messages
  return Object.fromEntries(Object.entries(messages).map(([key, value]) => [key, compileMessages(value)]))
}
