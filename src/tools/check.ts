/** `npm run check`: structure, graph, lint, letters, decks' references, schemas; with --sources also against the source texts. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { checkLibrary, type CheckOptions } from '../content/loading/check-library.ts'
import { writeJsonSchemas } from '../content/loading/json-schemas.ts'
import { readLibrary } from '../content/loading/read-library.ts'
import { recordRevisions } from '../content/loading/revision-ledger.ts'
import type { ArticleSummary } from '../content/library-summary.ts'
import { formatProblem, isError, type Problem } from '../content/problem.ts'
import { findMechanism, mechanisms } from '../mechanisms/registry.ts'
import { checkParametric } from '../questions/kinds/parametric/check.ts'
import { kindNames } from '../questions/registry.ts'
import { readDrawnCodePoints } from './drawn-code-points.ts'
import { root as projectRoot } from './site.ts'

const help = `npm run check [-- options]   checks the library and the decks

  --sources DIR     also check locators, numbers and copied wording against the numbered source texts in DIR
  --write-schemas   write data/schemas/*.schema.json from the schemas in src/content
  --record          write data/revisions.json: the meanings that each question's rev stands for from now on
  --quiet           errors and one line of totals only
  --json            everything as JSON
  --root DIR        check the library in another folder (it holds data/ and slides/)
Errors make it exit with 1; warnings do not. The rules are in src/content/lint/README.md.`

const { values } = parseArgs({ options: { 'help': { type: 'boolean' }, 'sources': { type: 'string' }, 'write-schemas': { type: 'boolean' }, 'record': { type: 'boolean' }, 'quiet': { type: 'boolean' }, 'json': { type: 'boolean' }, 'root': { type: 'string' } } })
if (values.help) console.log(help)
else process.exitCode = await run()

async function run(): Promise<number> {
  const root = values.root === undefined ? projectRoot : resolve(values.root)
  const sources = values.sources === undefined ? undefined : resolve(values.sources)
  if (sources !== undefined && !existsSync(sources)) {
    console.error(`There is no folder ${values.sources ?? ''}. Give --sources the folder that holds <slug>.txt with numbered paragraphs.`)
    return 1
  }
  if (values['write-schemas']) {
    const written = writeJsonSchemas(root)
    console.log(written.length === 0 ? 'The schemas were up to date.' : `Wrote ${written.join(', ')}.`)
  }
  if (values.record) {
    const { library } = readLibrary(root)
    if (library === undefined) console.error('data/library.yaml cannot be read, so nothing was recorded.')
    else console.log(`Recorded the meaning of ${recordRevisions(root, library)} questions.`)
  }
  const options: CheckOptions = { drawn: await readDrawnCodePoints(), checkParametric: (question) => checkParametric(question, findMechanism), mechanisms: new Set(mechanisms.map(({ id }) => id)), sources }
  const { problems, summary } = checkLibrary(root, options)
  const errors = problems.filter(isError)
  const warnings = problems.filter((problem) => !isError(problem))
  if (values.json) console.log(JSON.stringify({ problems, summary, sourceCheck: sources !== undefined }, undefined, 2))
  else {
    report(errors, warnings)
    if (!values.quiet) printSummary(summary)
    if (sources === undefined) console.log('The source check was skipped; --sources DIR runs it against the numbered source texts.')
    console.log(`${count(errors.length, 'error')}, ${count(warnings.length, 'warning')}.`)
  }
  return errors.length > 0 ? 1 : 0
}

function count(number: number, word: string): string {
  return `${number === 0 ? 'No' : number} ${word}${number === 1 ? '' : 's'}`
}

function report(errors: readonly Problem[], warnings: readonly Problem[]): void {
  for (const problem of errors) console.error(formatProblem(problem))
  if (errors.length > 0) console.error()
  if (values.quiet || warnings.length === 0) return
  const rules = [...new Set(warnings.map((warning) => warning.rule))].sort()
  for (const rule of rules) {
    const group = warnings.filter((warning) => warning.rule === rule)
    console.log(`${count(group.length, 'warning')} ${rule}`)
    for (const { file, line, message, hint } of group) console.log(`  ${file}:${line}: ${message} — ${hint}`)
  }
  console.log()
}

function printSummary(summary: readonly ArticleSummary[]): void {
  if (summary.length === 0) return
  const percent = (share: number): string => `${Math.round(share * 100)} %`
  printTable([
    ['article', 'claims', 'thesis', 'reason', 'evid.', 'obj.', 'rebut.', 'conseq.', 'relations', 'attacks', 'references', 'slides', 'on slides'],
    ...summary.map((row) => [row.slug, row.claims, row.byRole.thesis, row.byRole.reason, row.byRole.evidence, row.byRole.objection, row.byRole.rebuttal, row.byRole.consequence, row.relations, row.attacks, row.references, row.slides, percent(row.claimsShown)]),
  ])
  printTable([
    ['questions', 'written', 'generated', 'recall', 'understand', 'apply', 'analyse', 'compare', 'recall', 'higher', 'claims asked'],
    ...summary.map((row) => [row.slug, row.questions, row.generated, row.byLevel.recall ?? 0, row.byLevel.understand ?? 0, row.byLevel.apply ?? 0, row.byLevel.analyse ?? 0, row.byLevel.compare ?? 0, percent(row.recallShare), percent(row.higherOrderShare), percent(row.claimsAsked)]),
  ])
  printPlaces(summary)
  printTable([['kinds', ...kindNames], ...summary.map((row) => [row.slug, ...kindNames.map((kind) => row.byKind[kind] ?? 0)])])
}

/** Where the deck shows each claim that carries the argument, role by role. */
function printPlaces(summary: readonly ArticleSummary[]): void {
  console.log('claims on slides')
  for (const { slug, places } of summary.filter((row) => row.places.length > 0)) {
    console.log(slug)
    for (const role of new Set(places.map((place) => place.role))) {
      const words = places.filter((place) => place.role === role).map(({ claim, slides }) => `${claim} ${slides.length === 0 ? 'on none' : slides.join(', ')}`)
      console.log(`  ${role.padEnd(10)}${words.join('; ')}`)
    }
  }
  console.log()
}

function printTable(rows: readonly (readonly (string | number)[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => String(row[column] ?? '').length)))
  for (const row of rows) console.log(row.map((cell, column) => (column === 0 ? String(cell).padEnd(widths[column] ?? 0) : String(cell).padStart(widths[column] ?? 0))).join('  '))
  console.log()
}
