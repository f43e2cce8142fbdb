// Builds decks one after another, so that Slidev is loaded once and not once a deck. build.ts starts it with a message channel, sends
// { slug, output } and gets {} back, or { problem }. Plain JavaScript, since loading Slidev through a TypeScript loader takes twice as long.
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { resolveOptions, ViteSlidevPlugin } from '@slidev/cli'
import { build, loadConfigFromFile, mergeConfig } from 'vite'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

process.on('message', async ({ slug, output }) => {
  try {
    await buildDeck(slug, output)
    process.send({})
  }
  catch (error) { process.send({ problem: error instanceof Error ? error.stack : String(error) }) }
})

/** What `slidev build` does, with addresses that hold under any base path, and without its pages for hosts that route by path. */
async function buildDeck(slug, output) {
  process.env.LECTERN_DECK = slug
  const options = await resolveOptions({ entry: resolve(root, 'slides', slug, 'slides.md'), base: './' }, 'build')
  const theme = await loadConfigFromFile({ command: 'build', mode: 'production' }, resolve(root, 'slides/_theme/vite.config.ts'))
  if (theme === null) throw new Error('slides/_theme/vite.config.ts cannot be read.')
  const page = resolve(options.userRoot, 'index.html')
  await build(mergeConfig(theme.config, {
    configFile: false,
    root: options.userRoot,
    base: './',
    logLevel: 'warn',
    plugins: [
      { name: 'lectern-page', resolveId: { order: 'pre', handler: (id) => (id === page ? id : null) }, load: { order: 'pre', handler: (id) => (id === page ? options.utils.indexHtml : null) } },
      await ViteSlidevPlugin(options, theme.config.slidev),
    ],
    define: { __VUE_PROD_DEVTOOLS__: 'false' },
    build: { outDir: output, emptyOutDir: true, reportCompressedSize: false, chunkSizeWarningLimit: 2000, rollupOptions: { input: { index: page } } },
  }))
}
