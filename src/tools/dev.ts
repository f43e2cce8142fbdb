/**
 * `npm run dev`: the quiz and the decks with hot reload under one origin, so that they share progress. The quiz's Vite server
 * runs in this process; a deck's Slidev server starts when the deck is first opened and is reached through a proxy.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createNetServer, type Socket } from 'node:net'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createProxyServer } from 'http-proxy-3'
import { createServer as createViteServer } from 'vite'
import { buildSite } from './build.ts'
import { dist, findDecks, root } from './site.ts'
import { wantedPort } from './serve.ts'
import sirv from 'sirv'

interface DeckServer { readonly port: number, readonly ready: Promise<void>, readonly process: ChildProcess }

const help = `npm run dev   serves the quiz and the decks with hot reload

  PORT=8080   in the environment: the port to serve on (default 4183: away from the built site, whose service
              worker would answer with built pages, and from what is learned there)`

const deckServers = new Map<string, DeckServer>()
const proxy = createProxyServer({ ws: true })
proxy.on('error', (error, _request, response) => {
  if ('writeHead' in response) { response.writeHead(502, { 'content-type': 'text/plain' }); response.end(`The deck's server did not answer: ${error.message}`) }
  else response.destroy()
})

function deckOf(url: string): string | undefined {
  const slug = /^\/decks\/([^/?#]+)/.exec(url)?.[1]
  return slug !== undefined && findDecks().includes(slug) ? slug : undefined
}

/** Slidev keeps the state that its windows share at an address without the base path; the page that asks tells whose it is. */
function deckThatAsks(request: IncomingMessage): string | undefined {
  return request.url?.startsWith('/@server-reactive/') ? deckOf(new URL(request.headers.referer ?? '/', 'http://localhost').pathname) : undefined
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createNetServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => { if (address !== null && typeof address === 'object') resolve(address.port); else reject(new Error('No free port was found for a deck.')) })
    })
  })
}

/** Starts Slidev for one deck, once. `ready` resolves when its first page is served. */
async function startDeck(slug: string): Promise<DeckServer> {
  const running = deckServers.get(slug)
  if (running !== undefined) return running
  const port = await freePort()
  const child = spawn(process.execPath, [resolve(root, 'node_modules/@slidev/cli/bin/slidev.mjs'), `slides/${slug}/slides.md`, '--port', String(port), '--base', `/decks/${slug}/`, '--open', 'false', '--log', 'warn'], {
    cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, LECTERN_DECK: slug },
  })
  const server: DeckServer = { port, process: child, ready: waitUntilServed(`http://localhost:${port}/decks/${slug}/`, child) }
  deckServers.set(slug, server)
  child.on('exit', () => deckServers.delete(slug))
  return server
}

async function waitUntilServed(address: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`Slidev ended with code ${child.exitCode}; its message stands in the terminal.`)
    // A refused connection is the expected answer until the server listens.
    const served = await fetch(address).then((response) => response.ok, () => false)
    if (served) return
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error('Slidev did not answer within 30 seconds.')
}

async function proxyToDeck(slug: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const server = await startDeck(slug)
    await server.ready
    proxy.web(request, response, { target: `http://localhost:${server.port}` })
  }
  catch (error) {
    response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
    response.end(`The deck ${slug} could not be served. ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function serve(port: number): Promise<void> {
  await buildSite({ only: ['fonts'] })
  const server = createHttpServer()
  const vite = await createViteServer({
    configFile: resolve(root, 'quiz/vite.config.ts'), appType: 'spa',
    server: { middlewareMode: { server }, ws: { server } },
  })
  const builtFiles = sirv(dist, { dev: true })
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const url = request.url ?? '/'
    const slug = deckOf(url) ?? deckThatAsks(request)
    if (slug !== undefined && /^\/decks\/[^/?#]+$/.test(url)) { response.writeHead(302, { location: `/decks/${slug}/` }); response.end() }
    else if (slug !== undefined) void proxyToDeck(slug, request, response)
    else if (/^\/(fonts|pdf)\//.test(url) && existsSync(join(dist, new URL(url, 'http://localhost').pathname))) builtFiles(request, response)
    else vite.middlewares(request, response)
  })
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const slug = deckOf(request.url ?? '')
    const deck = slug === undefined ? undefined : deckServers.get(slug)
    if (deck !== undefined) proxy.ws(request, socket, head, { target: `http://localhost:${deck.port}` })
  })
  const stop = (): void => {
    for (const deck of deckServers.values()) deck.process.kill()
    void vite.close().then(() => process.exit(0))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  server.on('error', (error) => { console.error(`Port ${port} cannot be used: ${error.message}. Set PORT to another.`); process.exit(1) })
  server.listen(port, () => {
    console.log(`\nQuiz    http://localhost:${port}/`)
    for (const slug of findDecks()) console.log(`Deck    http://localhost:${port}/decks/${slug}/   (starts when opened)`)
    console.log('\nEdits in data/, slides/, quiz/ and src/ show at once. Stop with Ctrl+C.')
  })
}

const { values } = parseArgs({ options: { help: { type: 'boolean' } } })
if (values.help) console.log(help)
else {
  try { await serve(wantedPort(4183)) }
  catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
