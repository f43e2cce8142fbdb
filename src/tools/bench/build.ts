/** How long the site takes to build. */
import { buildSite } from '../build.ts'
import { findDecks } from '../site.ts'
import type { Measure } from './results.ts'

export async function benchBuild(): Promise<Measure[]> {
  const decks = findDecks().map((slug) => `deck ${slug}`)
  const [first] = decks
  if (first === undefined) throw new Error('There is no deck to build: slides/ holds none.')
  // What the decks stand beside is built beforehand, so that the last measure finds nothing to do.
  await buildSite()
  return [
    { name: `${decks.length} decks, cold`, unit: 's', bar: 40, runs: [await timeBuild(() => buildSite({ force: true, only: decks }))] },
    { name: 'one changed deck', unit: 's', bar: 9, runs: [await timeBuild(() => buildSite({ force: true, only: [first] }))] },
    { name: 'nothing changed', unit: 's', bar: 1, runs: [await timeBuild(buildSite), await timeBuild(buildSite), await timeBuild(buildSite)] },
  ]
}

async function timeBuild(build: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await build()
  return (performance.now() - start) / 1000
}
