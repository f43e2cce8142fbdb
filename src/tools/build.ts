/**
 * Builds the site: the fonts, the quiz and every deck, each only when what it is made from has changed.
 * Parts are built aside and moved into dist/ when whole, so a failed build leaves the last good site standing.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { contentKey } from './content-key.ts'
import type { DeckWorkers } from './deck-workers.ts'
import { charactersInUse } from './fonts.ts'
import { runJobs, seconds } from './progress.ts'
import { runProcess } from './run-process.ts'
import { cache, dist, findDecks, root } from './site.ts'

interface Part { readonly name: string, readonly key: string, readonly place: string, build: (output: string, decks: DeckWorkers) => Promise<void> }

/** Parts built at once; each keeps about one core busy. */
const atOnce = 2
const keysFile = join(cache, 'keys.json')
/** The library as the build has checked and compiled it, for the quiz and the decks. */
const compiledFile = join(cache, 'library.json')
/** What everything that runs in a browser is made from. */
const sharedCode = ['src/content', 'src/questions', 'src/memory', 'src/mechanisms', 'src/storage', 'src/components', 'package-lock.json', 'src/tools/build.ts', 'src/tools/deck-worker.mjs']
/** Inline styles are Vue's and KaTeX's way to place things; scripts come from files of this site only. */
const contentSecurityPolicy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; object-src 'none'; base-uri 'self'; form-action 'none'"

function listParts(): Part[] {
  const decks = findDecks()
  return [
    { name: 'fonts', place: 'fonts', key: contentKey(['package-lock.json', 'src/tools/fonts.ts'], [...charactersInUse()].sort()), build: buildFontsPart },
    { name: 'quiz', place: '', key: contentKey([...sharedCode, 'quiz', 'public', 'data'], decks.map(deckOutline)), build: buildQuiz },
    ...decks.map((slug): Part => ({
      name: `deck ${slug}`, place: `decks/${slug}`,
      key: contentKey([...sharedCode, ...dataOfDeck(slug), 'slides/_theme', 'src/tools/session-code.ts', `slides/${slug}`]),
      build: async (output, workers) => {
        await workers.build(slug, output)
        addSecurityPolicy(output)
        writeFileList(output)
      },
    })),
  ]
}

/** What the quiz tells of a deck's slides: their frontmatter and headlines. A change to anything else in a deck leaves the quiz as it is. */
function deckOutline(slug: string): string {
  const text = readFileSync(join(root, 'slides', slug, 'slides.md'), 'utf8').replace(/<!--[\s\S]*?-->/g, '')
  return text.split('\n').filter((line) => /^(#|---|\s*[\w-]+:|\s*- )/.test(line)).join('\n')
}

/** The data that a deck is compiled from: its own article, what all share, and for the debate between the articles everything. */
function dataOfDeck(slug: string): string[] {
  const file = join(root, 'data/articles', slug, 'article.yaml')
  if (!existsSync(file) || /^kind: synthesis/m.test(readFileSync(file, 'utf8'))) return ['data']
  const cards = readdirSync(join(root, 'data/articles')).map((name) => `data/articles/${name}/article.yaml`)
  return ['data/library.yaml', 'data/people.yaml', 'data/glossary.yaml', 'data/issues.yaml', ...cards, `data/articles/${slug}`]
}

async function buildFontsPart(output: string): Promise<void> {
  const { buildFonts } = await import('./fonts.ts')
  const { missing } = await buildFonts(output)
  if (missing.length > 0) console.warn(`  No shipped font draws ${missing.map((character) => `${character} (U+${character.codePointAt(0)?.toString(16)})`).join(', ')}; a system font will, where there is one.`)
}

async function buildQuiz(output: string): Promise<void> {
  await runProcess(process.execPath, [resolve(root, 'node_modules/vite/bin/vite.js'), 'build', '--config', 'quiz/vite.config.ts', '--outDir', output, '--emptyOutDir', '--logLevel', 'warn'], { LECTERN_LIBRARY: compiledFile })
  addSecurityPolicy(output)
}

/** Puts the policy at the head of every page. A meta element works from any static host, where we set no headers. */
function addSecurityPolicy(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.html')) continue
    const file = join(folder, name)
    writeFileSync(file, readFileSync(file, 'utf8').replace(/<head>/i, `<head>\n<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">`))
  }
}

/** Lists a deck's files beside its page, for the service worker, which cannot ask a static host what it has. */
function writeFileList(folder: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.endsWith('.html'))
  writeFileSync(join(folder, 'files.json'), JSON.stringify(files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')).sort()))
}

/** Moves a built part into dist. The quiz stands at its root, beside the folders of the other parts. */
function install(part: Part, output: string): void {
  mkdirSync(dist, { recursive: true })
  if (part.place === '') {
    for (const name of readdirSync(dist)) if (!['decks', 'fonts', 'pdf'].includes(name)) rmSync(join(dist, name), { recursive: true })
    cpSync(output, dist, { recursive: true })
    return
  }
  const target = join(dist, part.place)
  rmSync(target, { recursive: true, force: true })
  mkdirSync(resolve(target, '..'), { recursive: true })
  renameSync(output, target)
}

function readKeys(): Record<string, string> {
  if (!existsSync(keysFile)) return {}
  const keys: unknown = JSON.parse(readFileSync(keysFile, 'utf8'))
  return typeof keys === 'object' && keys !== null ? Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, String(key)])) : {}
}

/** Lists the PDFs that exist, for pages that offer them: they cannot ask a static host what it has. */
export function writePdfIndex(): string[] {
  const folder = join(dist, 'pdf')
  mkdirSync(folder, { recursive: true })
  const files = readdirSync(folder).filter((name) => name.endsWith('.pdf')).sort()
  writeFileSync(join(folder, 'index.json'), JSON.stringify(files))
  return files
}

/**
 * Builds what is stale.
 * @param options.force builds everything; options.only names the parts to build, such as `deck o1-value`
 * @returns the names of the parts that were built
 */
export async function buildSite({ force = false, only }: { force?: boolean, only?: readonly string[] } = {}): Promise<string[]> {
  const keys = readKeys()
  const parts = listParts()
  const isBuilt = (part: Part) => keys[part.name] === part.key && existsSync(part.place === '' ? join(dist, 'index.html') : join(dist, part.place))
  const stale = parts.filter((part) => (only === undefined || only.includes(part.name)) && (force || !isBuilt(part)))
  const decks = new Set(parts.map((part) => part.place))
  const deckFolder = join(dist, 'decks')
  if (existsSync(deckFolder)) for (const name of readdirSync(deckFolder)) if (!decks.has(`decks/${name}`)) rmSync(join(deckFolder, name), { recursive: true })
  if (stale.length > 0) {
    const { startDeckWorkers } = await import('./deck-workers.ts')
    const workers = startDeckWorkers(Math.min(atOnce, stale.filter((part) => part.place.startsWith('decks/')).length), compiledFile)
    try {
      const { assertLibrary } = await import('./assert-library.ts')
      mkdirSync(cache, { recursive: true })
      writeFileSync(compiledFile, JSON.stringify(await assertLibrary()))
      console.log(`Building ${stale.map((part) => part.name).join(', ')} …`)
      await runJobs(stale.map((part) => ({
        name: part.name,
        run: async () => {
          const output = join(cache, 'parts', part.name.replaceAll(' ', '-'))
          rmSync(output, { recursive: true, force: true })
          mkdirSync(output, { recursive: true })
          await part.build(output, workers)
          install(part, output)
          keys[part.name] = part.key
          writeFileSync(keysFile, JSON.stringify(keys, null, 2))
        },
      })), atOnce)
    }
    finally { workers.end() }
  }
  writePdfIndex()
  return stale.map((part) => part.name)
}

const help = `npm run build [-- options]   builds the site into dist/

Builds the fonts, the quiz and the decks; a part whose sources have not changed is left as it is.
  --force   build everything
The site in dist/ asks for its files by relative addresses, so it works under any path and on any static host.`

if (process.argv[1]?.endsWith('build.ts')) {
  const { values } = parseArgs({ options: { help: { type: 'boolean' }, force: { type: 'boolean' } } })
  if (values.help) console.log(help)
  else {
    const start = performance.now()
    try {
      const built = await buildSite({ force: values.force })
      console.log(built.length === 0 ? 'Nothing has changed since the last build.' : `The site stands in dist/ (${seconds(performance.now() - start)}).`)
    }
    catch (error) {
      console.error(error instanceof Error ? error.message : error)
      process.exitCode = 1
    }
  }
}
