/** How long the PDFs take, beside `slidev export` on the same decks, how large they are, and what memory all of it needs. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBrowser } from '../browser.ts'
import { buildSite } from '../build.ts'
import { dist, findDecks, root } from '../site.ts'
import { median, type Measure } from './results.ts'

const SAMPLE_MS = 250
const RUNS = 3
/** How many decks are printed both ways. */
const COMPARED = 2

export async function benchExport(): Promise<Measure[]> {
  const decks = findDecks()
  const both = decks.slice(0, COMPARED)
  if (both.length === 0) throw new Error('There is no deck to print: slides/ holds none.')
  await buildSite()
  const ours: number[] = []
  const theirs: number[] = []
  const all: number[] = []
  for (let run = 0; run < RUNS; run++) {
    // In turns, so that a busy minute meets both.
    ours.push((await watchProcess(ourExport(['--only', 'slides', ...both]))).seconds / both.length)
    theirs.push(await timeSlidev(both) / both.length)
    all.push((await watchProcess(ourExport(['--only', 'slides', ...decks]))).seconds)
  }
  const whole = await watchProcess(ourExport([]))
  const sizes = decks.map((slug) => statSync(join(dist, 'pdf', `${slug}.pdf`)).size)
  return [
    { name: 'one deck, slidev export', unit: 's', runs: theirs },
    { name: 'one deck', unit: 's', bar: median(theirs) / 5, runs: ours },
    { name: `${decks.length} decks`, unit: 's', bar: 9, runs: all },
    { name: 'everything', unit: 's', runs: [whole.seconds] },
    { name: 'the largest deck', unit: 'bytes', bar: 600 * 1024, runs: [Math.max(...sizes)] },
    ...(whole.peakBytes === undefined ? [] : [{ name: 'memory of everything', unit: 'bytes', bar: 1.5e9, runs: [whole.peakBytes] } as const]),
  ]
}

const ourExport = (options: readonly string[]): string[] => ['--import', 'tsx', join(root, 'src/tools/export.ts'), '--built', ...options]

/** Seconds that Slidev's own export takes for these decks, one after another. */
async function timeSlidev(slugs: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'))
  let total = 0
  try {
    for (const slug of slugs) {
      const output = join(folder, `${slug}.pdf`)
      const { seconds } = await watchProcess([join(root, 'node_modules/@slidev/cli/bin/slidev.mjs'), 'export', `slides/${slug}/slides.md`, '--output', output, '--executable-path', ensureBrowser(), '--timeout', '300000'])
      if (!existsSync(output)) throw new Error(`slidev export wrote no file for ${slug}.`)
      total += seconds
    }
    return total
  }
  finally { rmSync(folder, { recursive: true, force: true }) }
}

/** Runs Node with these arguments. `peakBytes` is the most memory it and its children held at once; undefined where the system does not tell. */
function watchProcess(args: readonly string[]): Promise<{ seconds: number, peakBytes: number | undefined }> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
    let errors = ''
    let peakBytes: number | undefined
    child.stderr.on('data', (chunk: Buffer) => { errors += chunk.toString() })
    const sampling = setInterval(() => {
      const held = child.pid === undefined ? undefined : memoryOf(child.pid)
      if (held !== undefined) peakBytes = Math.max(peakBytes ?? 0, held)
    }, SAMPLE_MS)
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(sampling)
      if (code === 0) resolve({ seconds: (performance.now() - start) / 1000, peakBytes })
      else reject(new Error(`${args.join(' ')} ended with ${code}.\n${errors}`))
    })
  })
}

/** Bytes held by a process and all below it, shared pages counted once (PSS of /proc, Linux only). */
function memoryOf(pid: number): number | undefined {
  if (!existsSync('/proc/self/smaps_rollup')) return undefined
  const parents = new Map<number, number>()
  for (const entry of readdirSync('/proc')) {
    const stat = /^\d+$/.test(entry) ? readIfThere(`/proc/${entry}/stat`) : ''
    // The name in brackets may hold anything, so the parent is looked for behind it.
    const parent = /\) \S (\d+) /.exec(stat)?.[1]
    if (parent !== undefined) parents.set(Number(entry), Number(parent))
  }
  const isBelow = (one: number): boolean => { for (let at: number | undefined = one; at !== undefined && at > 1; at = parents.get(at)) if (at === pid) return true; return false }
  return [...parents.keys()].filter(isBelow).reduce((sum, one) => sum + Number(/^Pss:\s+(\d+) kB/m.exec(readIfThere(`/proc/${one}/smaps_rollup`))?.[1] ?? 0) * 1024, 0)
}

/** A process may end while it is looked at. */
function readIfThere(file: string): string {
  try { return readFileSync(file, 'utf8') }
  catch { return '' }
}
