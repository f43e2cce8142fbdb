/** The static server behind `npm start` and the end-to-end tests. Any static host would do; this one needs nothing set up. */
import { statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import compression from 'compression'
import sirv from 'sirv'
import { basePath, dist } from './site.ts'

/** A folder asked for without the slash at its end; its page asks for its files by relative addresses, so the address must have it. */
function isBareFolder(path: string): boolean {
  return !path.endsWith('/') && (statSync(join(dist, path), { throwIfNoEntry: false })?.isDirectory() ?? false)
}

/**
 * Serves dist/ at the base path, such as `/some/path/`. Resolves when the port is open; rejects with the system's error, such as EADDRINUSE.
 * Compressing is for people at the end of a network: tests and tools on this machine have no use for it.
 */
export function serveSite(port: number, base = basePath(), { compress = false }: { readonly compress?: boolean } = {}): Promise<Server> {
  const files = sirv(dist, { dev: true, etag: true })
  const compressed = compression()
  const server = createServer((request, response) => {
    const url = request.url ?? '/'
    if (!url.startsWith(base)) {
      const target = url === base.slice(0, -1) || url === '/' ? base : undefined
      response.writeHead(target === undefined ? 404 : 302, target === undefined ? {} : { location: target })
      response.end()
      return
    }
    const [path = '', query] = url.slice(base.length - 1).split('?')
    if (isBareFolder(path)) {
      response.writeHead(302, { location: `${base.slice(0, -1)}${path}/${query === undefined ? '' : `?${query}`}` })
      response.end()
      return
    }
    request.url = url.slice(base.length - 1)
    const send = () => {
      files(request, response, () => { response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }); response.end('Nothing stands at this address.') })
    }
    if (compress) compressed(request, response, send)
    else send()
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, () => { server.off('error', reject); resolve(server) })
  })
}

/** Serves on the port wanted, or on the next free one within twenty, and says so when it had to move. */
export async function serveOnFreePort(wanted: number): Promise<{ server: Server, port: number }> {
  for (let port = wanted; port < wanted + 20; port++) {
    try {
      const server = await serveSite(port, basePath(), { compress: true })
      if (port !== wanted) console.log(`Port ${wanted} is busy; using ${port} instead.`)
      return { server, port }
    }
    catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    }
  }
  throw new Error(`Ports ${wanted} to ${wanted + 19} are all busy. Set PORT to a free one, as in PORT=8080 npm start.`)
}

/** PORT from the environment, or the usual one. Throws when it is not a port number. */
export function wantedPort(usual = 4173): number {
  const text = process.env['PORT'] ?? String(usual)
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`PORT is "${text}"; it must be a whole number from 1 to 65535.`)
  return port
}
