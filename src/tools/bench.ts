/** `npm run bench`: measures what is promised in figures, prints a table and writes bench-results/*.json. */
import { parseArgs } from 'node:util'
import { benchApp } from './bench/app.ts'
import { benchBuild } from './bench/build.ts'
import { benchDecks } from './bench/decks.ts'
import { benchExport } from './bench/export.ts'
import { benchFaults } from './bench/faults.ts'
import { benchFigures } from './bench/figures.ts'
import { benchGrading } from './bench/grading.ts'
import { benchMemory } from './bench/memory.ts'
import { printMeasures, writeResults, type Measure } from './bench/results.ts'

const help = `npm run bench [-- section …] [-- options]   measures, prints a table and writes bench-results/<section>.json

Sections: memory (by default), faults, build, decks, figures, app, grading, export.
  memory   opening, queue, answer, replay, restore and size, in headless Chromium on the bundled code; beside it one row per review and ts-fsrs's own reschedule
  faults   the full form of the fault tests: the browser killed again and again, thousands of altered backups
  build    all decks cold, one changed deck, nothing changed; writes dist/
  decks    when the first slide of each deck is painted, what is fetched before it, and the size of the fonts
  figures  a slider's step on every mechanism's page, in processor time, and how much the figures load; builds the quiz if it is stale
  app      the first question on a slow processor, cold and warm, the script before it, and the search; builds the quiz if it is stale
  grading  one typed answer, over 100,000 generated texts
  export   the slides as PDF, beside slidev export on the same decks; memory of everything; writes dist/pdf
  --reviews N     reviews in the log of memory (default 1000000)
  --questions N   questions in the library of memory (default 100000)
  --compare N     reviews that the slower ways of memory are measured on (default 100000)
  --kills N       kills of the browser in faults (default 100)
  --backups N     altered backups in faults (default 10000)
Close other programs first: the bars are for two idle cores. A bar that is not met makes it exit with 1.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean' }, reviews: { type: 'string', default: '1000000' }, questions: { type: 'string', default: '100000' }, compare: { type: 'string', default: '100000' },
    kills: { type: 'string', default: '100' }, backups: { type: 'string', default: '10000' },
  },
})

const sections: Readonly<Record<string, () => Promise<Measure[]>>> = {
  memory: () => benchMemory({ reviews: readCount('reviews'), questions: readCount('questions'), compare: readCount('compare') }),
  faults: () => benchFaults({ kills: readCount('kills'), backups: readCount('backups') }),
  build: benchBuild,
  export: benchExport,
  decks: benchDecks,
  figures: benchFigures,
  grading: benchGrading,
  app: benchApp,
}

if (values.help) console.log(help)
else {
  try {
    process.exitCode = await run()
  }
  catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

async function run(): Promise<number> {
  const unknown = positionals.filter((name) => !Object.hasOwn(sections, name))
  if (unknown.length > 0) throw new Error(`There is no section ${unknown.join(', ')}. The sections are ${Object.keys(sections).join(', ')}.`)
  let missed = 0
  for (const name of positionals.length > 0 ? positionals : ['memory']) {
    const measures = await sections[name]?.() ?? []
    console.log(`\n${name}`)
    missed += printMeasures(measures)
    console.log(`Written to ${writeResults(name, measures)}.`)
  }
  return missed === 0 ? 0 : 1
}

function readCount(option: 'reviews' | 'questions' | 'compare' | 'kills' | 'backups'): number {
  const count = Number(values[option])
  if (!Number.isSafeInteger(count) || count < 1) throw new Error(`--${option} is "${values[option]}"; it must be a whole number from 1.`)
  return count
}
