/**
 * Makes the script that the app starts with a classic one. Of a classic script a browser keeps the compiled form from one visit to the
 * next; Chromium writes it for a module too but never reads it again, and a slow machine then compiles everything anew at each start.
 */
import { rolldown } from 'rolldown'
import type { Plugin } from 'vite'

/** Where the classic script leaves what the other scripts import of it. */
const exportsName = 'lecternStart'
const entry = '\0lectern-start'

export function classicStart(): Plugin {
  return {
    name: 'lectern-classic-start',
    apply: 'build',
    generateBundle: {
      // After Vite has written into the code which files each part of it needs.
      order: 'post',
      async handler(_, bundle) {
        const start = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry)
        const page = bundle['index.html']
        if (start?.type !== 'chunk' || page?.type !== 'asset') return this.error('there is no page with a script of its own')
        if (start.imports.length > 0) this.error(`a classic script can import nothing before it runs, but ${start.fileName} needs ${start.imports.join(', ')}`)
        const script = this.getFileName(this.emitFile({ type: 'asset', name: 'start.js', source: await makeClassic(start.code) }))
        const asModule = new RegExp(`<script type="module" crossorigin src="([^"]*)${start.fileName}"></script>`)
        if (typeof page.source !== 'string' || !asModule.test(page.source)) this.error(`index.html no longer asks for ${start.fileName} as it did`)
        page.source = page.source.replace(asModule, `<script defer src="$1${script}"></script>`)
        // The other scripts are modules still, and import from this name.
        start.code = `const{${start.exports.map((name, at) => `${name}:_${at}`)}}=${exportsName};export{${start.exports.map((name, at) => `_${at} as ${name}`)}};`
      },
    },
  }
}

/** The code of a module as a classic script, which leaves its exports in a global object. Throws when one of them changes after the start: what imports it would not see that. */
export async function makeClassic(code: string): Promise<string> {
  const bundle = await rolldown({
    input: entry,
    plugins: [{ name: 'lectern-start-code', resolveId: (id) => (id === entry ? id : { id, external: true }), load: () => code }],
    transform: { target: 'es2023', define: { 'import.meta.url': 'startAddress', 'import.meta.resolve': 'undefined' } },
  })
  const { output: [script] } = await bundle.generate({ format: 'iife', name: exportsName, minify: true, banner: '"use strict"; const startAddress = document.currentScript.src;' })
  // Rolldown exports by a getter what is assigned more than once.
  const changing = script.exports.filter((name) => script.code.includes(`"${name}",{enumerable:!0,get:`))
  if (changing.length > 0) throw new Error(`the start script exports what changes later, under the short names ${changing.join(', ')}`)
  return script.code
}
