/** `npm start`: builds what is stale, serves the site and prints its addresses. It needs no browser. */
import { parseArgs } from 'node:util'
import { buildSite, writePdfIndex } from './build.ts'
import { serveOnFreePort, wantedPort } from './serve.ts'
import { basePath, findDecks } from './site.ts'

const help = `npm start   builds what is stale, serves the site and prints its addresses

  PORT=8080   in the environment: the port to serve on (default 4173; the next free one when it is busy)
  BASE=/path/ in the environment: the path to serve under (default /); the site itself works under any`

const { values } = parseArgs({ options: { help: { type: 'boolean' } } })
if (values.help) console.log(help)
else {
  try {
    const port = wantedPort()
    await buildSite()
    const address = `http://localhost:${(await serveOnFreePort(port)).port}${basePath()}`
    const pdfs = writePdfIndex()
    console.log(`\nQuiz    ${address}`)
    for (const slug of findDecks()) console.log(`Deck    ${address}decks/${slug}/   (presenter: ${address}decks/${slug}/#/presenter/1)`)
    for (const pdf of pdfs) console.log(`PDF     ${address}pdf/${pdf}`)
    if (pdfs.length === 0) console.log('PDF     none yet: npm run export makes them')
    console.log('\nStop with Ctrl+C.')
  }
  catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
