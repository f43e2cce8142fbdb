/** What a section measured, as a table and as a file. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { root } from '../site.ts'

export interface Measure {
  readonly name: string
  readonly unit: 'ms' | 's' | 'bytes' | 'times' | 'failures'
  /** One figure a run; the median of them stands for all. */
  readonly runs: readonly number[]
  /** The most that the median may be; undefined for what is only measured. */
  readonly bar?: number
}

/** Prints the table; returns how many bars were not met. */
export function printMeasures(measures: readonly Measure[]): number {
  const rows = [['', 'median', 'least – most', 'runs', 'bar', ''], ...measures.map(rowOf)]
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of rows) console.log(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '))
  const busy = loadavg()[0] ?? 0
  if (busy > availableParallelism()) console.log(`The machine was busy (load ${busy.toFixed(1)} on ${availableParallelism()} cores): times are longer than they need be.`)
  return measures.filter(isMissed).length
}

/** Returns the file's path within the project. */
export function writeResults(section: string, measures: readonly Measure[]): string {
  const folder = join(root, 'bench-results')
  mkdirSync(folder, { recursive: true })
  const name = `${section}.json`
  const machine = { cores: availableParallelism(), processor: cpus()[0]?.model ?? 'unknown', load: loadavg()[0], node: process.versions.node }
  const listed = measures.map((measure) => ({ ...measure, median: median(measure.runs), ...(measure.bar === undefined ? {} : { met: !isMissed(measure) }) }))
  writeFileSync(join(folder, name), `${JSON.stringify({ measured: new Date().toISOString(), machine, measures: listed }, null, 2)}\n`)
  return join('bench-results', name)
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** The least value that at least this share of the values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((first, second) => first - second)
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
  if (value === undefined) throw new Error('nothing was measured')
  return value
}

function isMissed({ runs, bar }: Measure): boolean {
  return bar !== undefined && median(runs) > bar
}

function rowOf(measure: Measure): string[] {
  const { name, unit, runs, bar } = measure
  const write = (value: number): string => value.toFixed(value >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 2)
  return [
    name, `${write(median(runs))} ${unit}`, runs.length === 1 ? '' : `${write(Math.min(...runs))} – ${write(Math.max(...runs))}`, String(runs.length),
    bar === undefined ? '' : `≤ ${bar} ${unit}`, bar === undefined ? '' : isMissed(measure) ? 'NOT MET' : 'met',
  ]
}
