/** The static server behind `npm start` and the end-to-end tests. Any static host would do; this one needs nothing set up. */
import { createServer, type Server } from 'node:http'
import sirv from 'sirv'
import { basePath, dist } from './site.ts'

/** Serves dist/ at the base path. Resolves when the port is open; rejects with the system's error, such as EADDRINUSE. */
export function serveSite(port: number): Promise<Server> {
  const base = basePath()
  const files = sirv(dist, { dev: true, etag: true })
  const server = createServer((request, response) => {
    const url = request.url ?? '/'
    if (!url.startsWith(base)) {
      const target = url === base.slice(0, -1) || url === '/' ? base : undefined
      response.writeHead(target === undefined ? 404 : 302, target === undefined ? {} : { location: target })
      response.end()
      return
    }
    request.url = url.slice(base.length - 1)
    files(request, response, () => { response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }); response.end('Nothing stands at this address.') })
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
      const server = await serveSite(port)
      if (port !== wanted) console.log(`Port ${wanted} is busy; using ${port} instead.`)
      return { server, port }
    }
    catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    }
  }
  throw new Error(`Ports ${wanted} to ${wanted + 19} are all busy. Set PORT to a free one, as in PORT=8080 npm start.`)
}

/** PORT from the environment, or 4173. Throws when it is not a port number. */
export function wantedPort(): number {
  const text = process.env['PORT'] ?? '4173'
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new Error(`PORT is "${text}"; it must be a whole number from 1 to 65535.`)
  return port
}
