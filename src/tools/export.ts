/** `npm run export`: prints built decks to PDF; see pdf/print-files.ts. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Loaded } from '../content/loading/load-library.ts'
import { openBrowser } from './browser.ts'
import { readOptions, writeHelp, type ExportOptions } from './pdf/export-options.ts'
import { basePath, dist, findDecks, root } from './site.ts'

async function loadWholeLibrary(): Promise<Loaded> {
  const { loadLibrary } = await import('../content/loading/load-library.ts')
  const { loaded } = loadLibrary(root)
  if (loaded === undefined) throw new Error('data/library.yaml cannot be read. Run npm run check to see why.')
  return loaded
}

async function exportDecks(options: ExportOptions): Promise<void> {
  const slugs = options.slugs.length > 0 ? options.slugs : findDecks()
  if (!options.built) await (await import('./build.ts')).buildSite({ only: ['fonts', 'quiz', ...slugs.map((slug) => `deck ${slug}`)] })
  mkdirSync(join(dist, 'pdf'), { recursive: true })
  // The rest of the program is read while the browser starts.
  const opening = openBrowser()
  try {
    const [{ serveSite }, { readCards }, { openPagePool }, { paperWords }, { printFiles }] = await Promise.all([
      import('./serve.ts'), import('./pdf/library-cards.ts'), import('./pdf/page-pool.ts'), import('./pdf/paper-words.ts'), import('./pdf/print-files.ts'),
    ])
    const cards = readCards(root)
    const server = await serveSite(0)
    try {
      const address = server.address()
      if (address === null || typeof address === 'string') throw new Error('The local server has no port.')
      const pages = openPagePool(await opening)
      console.log(`Printing ${options.only.join(', ')} of ${slugs.join(', ')} …`)
      let library: Promise<Loaded> | undefined
      const press = { pages, site: `http://localhost:${address.port}${basePath()}`, options, words: paperWords[options.language], cards, library: () => (library ??= loadWholeLibrary()) }
      const failures = await printFiles(press, slugs, options.slugs.length === 0 && options.only.includes('slides'))
      if (failures.length > 0) throw new Error(failures.join('\n'))
    }
    finally { server.close() }
  }
  finally {
    await Promise.allSettled([opening.then((browser) => browser.close())])
    const { writePdfIndex } = await import('./build.ts')
    writePdfIndex()
  }
}

const options = await readOptions(process.argv.slice(2), findDecks())
try {
  if (!options.ok) throw new Error(options.problems.join('\n'))
  if (options.value === 'help') console.log(await writeHelp())
  else await exportDecks(options.value)
}
catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
