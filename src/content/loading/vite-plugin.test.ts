import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { build, createServer, type ViteDevServer } from 'vite'
import { loadLibrary } from './load-library.ts'
import { lectern } from './vite-plugin.ts'

let root: string
let server: ViteDevServer | undefined
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lectern-plugin-'))
  cpSync(fileURLToPath(new URL('../fixtures/sound', import.meta.url)), root, { recursive: true })
  mkdirSync(join(root, 'app'))
  writeFileSync(join(root, 'app/main.js'), "import { articles, maps, catalogue, commons } from 'virtual:lectern/loaders'\nexport { articles, maps, catalogue, commons }\n")
})
afterEach(async () => {
  await server?.close()
  server = undefined
  rmSync(root, { recursive: true })
})

const claims = () => join(root, 'data/articles/tides/argument.yaml')
const buildApp = (compiledFile?: string) => build({ root: join(root, 'app'), configFile: false, logLevel: 'silent', plugins: [lectern({ root, compiledFile })], build: { write: false, lib: { entry: 'main.js', formats: ['es'] } } })

/** A dev server whose messages to the page are kept, and a way to wait for one of them. */
async function startServer() {
  const watched = () => Object.values(server?.watcher.getWatched() ?? {}).flat()
  const messages: { type?: string, event?: string, text: string }[] = []
  server = await createServer({ root: join(root, 'app'), configFile: false, logLevel: 'silent', server: { middlewareMode: true }, plugins: [lectern({ root })] })
  // An edit before the watcher has seen the files would be no change to it.
  await expect.poll(watched, { timeout: 10_000 }).toEqual(expect.arrayContaining(['argument.yaml', 'glossary.yaml']))
  const send = server.ws.send.bind(server.ws)
  server.ws.send = (...parts: unknown[]) => {
    const [first, data] = parts
    messages.push(typeof first === 'string' ? { event: first, text: JSON.stringify(data) } : { ...(first !== null && typeof first === 'object' && 'type' in first ? { type: String(first.type) } : {}), text: JSON.stringify(first) })
    if (typeof first === 'string') send(first, data)
  }
  return { messages, until: (test: (message: (typeof messages)[number]) => boolean) => expect.poll(() => messages.some(test), { timeout: 10_000, interval: 20 }).toBe(true) }
}

/** The built files' contents by name. */
function filesOf(result: Awaited<ReturnType<typeof buildApp>>): ReadonlyMap<string, string> {
  const [output] = Array.isArray(result) ? result : []
  return new Map(output !== undefined && 'output' in output ? output.output.map((file) => (file.type === 'asset' ? [file.names[0] ?? '', String(file.source)] : [file.name, file.code])) : [])
}

describe('the Vite plugin', () => {
  it('builds the catalogue, what the articles share, and the text and maps of each, as files of their own', async () => {
    const result = await buildApp()
    const [output] = Array.isArray(result) ? result : []
    const files = output !== undefined && 'output' in output ? output.output : []
    const named = files.flatMap((file) => (file.type === 'asset' ? file.names : []))
    expect(named.sort()).toEqual(['catalogue.json', 'commons.json', 'tides-maps.json', 'tides.json'])
    expect(files.some((file) => file.type === 'chunk' && file.code.includes('tides-two-bulges'))).toBe(false)
  })

  it('builds from the library that its caller has compiled, without reading data/ again', async () => {
    const compiledFile = join(root, 'library.json')
    writeFileSync(compiledFile, JSON.stringify(loadLibrary(root).loaded?.compiled))
    const direct = filesOf(await buildApp())
    rmSync(join(root, 'data'), { recursive: true })
    expect(filesOf(await buildApp(compiledFile))).toEqual(direct)
    expect(direct.get('tides.json')).toContain('tides-two-bulges')
  })

  it('fails a build with all problems at once', async () => {
    writeFileSync(claims(), readFileSync(claims(), 'utf8').replace('role: reason', 'role: reasn').replace('speaker: bo-sand', 'speaker: bo-snad'))
    await expect(buildApp()).rejects.toThrow(/argument\.yaml:12: .*reasn.*[\s\S]*argument\.yaml:23: .*bo-snad/)
  })

  it('sends an edit under data to the open page and takes it into the modules', async () => {
    const { until } = await startServer()
    appendFileSync(join(root, 'data/glossary.yaml'), '  - { id: neap-tide, term: neap tide, definition: A low tide., claims: [tides-two-bulges] }\n')
    await until(({ event, text }) => event === 'lectern:library' && text.includes('neap-tide'))
    expect((await server?.transformRequest('virtual:lectern/commons'))?.code).toContain('neap-tide')
  })

  it('shows problems in the overlay and goes on when they are mended', async () => {
    const { until } = await startServer()
    const sound = readFileSync(claims(), 'utf8')
    writeFileSync(claims(), sound.replace('role: reason', 'role: reasn'))
    await until(({ type, text }) => type === 'error' && text.includes('argument.yaml:12'))
    writeFileSync(claims(), sound)
    await until(({ type }) => type === 'update')
  })
})
