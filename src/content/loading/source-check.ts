/** Checks the library against the numbered source texts, for a person who holds them; they are not in the project. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Claim } from '../argument-schema.ts'
import { findCopied, sourceRuns } from '../copied-wording.ts'
import type { LoadedArticle, LoadedLibrary } from '../loaded-library.ts'
import { matchesShown, numbersIn, sameNumber } from '../numbers-in-text.ts'
import { plainText } from '../plain-text.ts'
import type { Finding, Problem } from '../problem.ts'
import { sourceNumbers, type SourceNumber } from '../source-numbers.ts'
import type { Places } from './places.ts'
import { readTextFiles } from './project-text.ts'

/** Paragraph number to text, as in `[12] text`. */
type Paragraphs = ReadonlyMap<number, string>

/** `<folder>/<slug>.txt`: paragraphs that begin with their number in square brackets; head lines begin with #. */
export function parseNumberedText(text: string): Paragraphs {
  const paragraphs = new Map<number, string>()
  let last: number | undefined
  for (const line of text.split(/\r?\n/)) {
    const match = /^\[(\d+)\]\s?(.*)$/.exec(line)
    if (match !== null) {
      last = Number(match[1])
      paragraphs.set(last, match[2] ?? '')
    } else if (line.trim() === '' || line.startsWith('#')) last = undefined
    else if (last !== undefined) paragraphs.set(last, `${paragraphs.get(last) ?? ''}\n${line}`)
  }
  return paragraphs
}

/** All problems that only the sources can show: locators, numbers, copied wording. */
export function checkSources(root: string, folder: string, library: LoadedLibrary, places: Places): Problem[] {
  const problems: Problem[] = []
  const texts: string[] = []
  for (const article of library.articles) {
    if (article.file.kind !== 'article') continue
    const path = join(folder, `${article.slug}.txt`)
    if (!existsSync(path)) {
      problems.push(places.toProblem({ severity: 'error', rule: 'source-missing', about: article, message: `there is no source text ${article.slug}.txt`, hint: 'put the numbered text into the folder given with --sources' }))
      continue
    }
    const text = readFileSync(path, 'utf8')
    const paragraphs = parseNumberedText(text)
    texts.push(...paragraphs.values(), ...text.split('\n').filter((line) => line.startsWith('## ')))
    problems.push(...checkArticle(article, paragraphs).map((finding) => places.toProblem(finding)))
  }
  return [...problems, ...checkCopies(root, texts, library)]
}

function checkArticle(article: LoadedArticle, paragraphs: Paragraphs): Finding[] {
  if (article.file.kind !== 'article') return []
  const last = Math.max(0, ...paragraphs.keys())
  const count: Finding[] = article.file.source.paragraphs === last ? [] : [{ severity: 'error', rule: 'source-paragraphs', about: article.file, path: ['source', 'paragraphs'], message: `the source has ${last} paragraphs, not ${article.file.source.paragraphs}`, hint: `write paragraphs: ${last}` }]
  const events = article.file.events.flatMap((event, index) => missingParagraphs(article.file, ['events', index, 'paragraphs'], event.paragraphs, paragraphs))
  const claims = article.claims.flatMap((claim) => [...missingParagraphs(claim, ['paragraphs'], claim.paragraphs, paragraphs), ...checkNumbers(claim, paragraphs)])
  return [...count, ...events, ...claims]
}

const missingParagraphs = (about: object, path: readonly (string | number)[], cited: readonly number[], paragraphs: Paragraphs): Finding[] =>
  cited.flatMap((number, index) => (paragraphs.has(number) ? [] : [{ severity: 'error', rule: 'source-locator', about, path: [...path, index], message: `the source has no paragraph ${number}`, hint: 'look the place up in the numbered text' } satisfies Finding]))

const normalise = (text: string): string => text.normalize('NFKC').replace(/[\s  ]+/g, '').toLowerCase()

/** Every original stands in a cited paragraph and is worth its value; a number without an entry is found there too. */
function checkNumbers(claim: Claim, paragraphs: Paragraphs): Finding[] {
  const cited = claim.paragraphs.map((number) => paragraphs.get(number) ?? '').join('\n')
  const figures = sourceNumbers(cited)
  const entries = claim.numbers.flatMap((entry, index): Finding[] => {
    if (entry.original === undefined) return []
    const path = ['numbers', index, 'original']
    if (!normalise(cited).includes(normalise(entry.original))) return [{ severity: 'error', rule: 'source-number', about: claim, path, message: `${claim.id}: “${entry.original}” does not stand in paragraph ${claim.paragraphs.join(', ')}`, hint: 'copy the figure as the source writes it, or correct the locators' }]
    const own = sourceNumbers(entry.original)
    if (!isAmong(entry.value, own) && !isAmong(entry.value, figures)) return [{ severity: 'error', rule: 'source-number', about: claim, path, message: `${claim.id}: “${entry.original}” is ${own.flatMap((number) => number.values).join(' or ') || 'no number'}, not ${entry.value}`, hint: 'correct value, or give a formula for a derived figure' }]
    return []
  })
  const unlisted = numbersIn(plainText(claim.text)).flatMap((number): Finding[] => {
    const listed = claim.numbers.some((entry) => matchesShown(number, entry.value) || numbersIn(entry.shown).some((shown) => sameNumber(shown.value, number.value)))
    return listed || isAmong(number.value, figures) ? [] : [{ severity: 'error', rule: 'source-number', about: claim, path: ['text'], message: `${claim.id}: the number ${number.text} stands in no cited paragraph`, hint: 'correct it or its locator, or give its formula in numbers' }]
  })
  return [...entries, ...unlisted]
}

const isAmong = (value: number, figures: readonly SourceNumber[]): boolean => figures.some((figure) => figure.values.some((candidate) => sameNumber(candidate, value)))

/** No wording of a source stands in the project; titles and names of the bibliography aside. */
function checkCopies(root: string, paragraphs: readonly string[], library: LoadedLibrary): Problem[] {
  const runs = sourceRuns(paragraphs)
  const allowed = [
    ...library.people.flatMap((person) => [person.name, person.original ?? '', ...person.aliases, person.affiliation ?? '']),
    ...library.articles.flatMap(({ file }) => (file.kind === 'article' ? [file.source.title, file.source.outlet, ...file.source.links] : [])),
    ...library.articles.flatMap((article) => article.references.map((reference) => reference.identifier)),
  ].filter((text) => text !== '').sort((a, b) => b.length - a.length)
  const files = readTextFiles(root, ['data', 'slides', 'quiz', 'src', 'e2e', 'README.md'], new Set(['.yaml', '.md', '.vue', '.ts', '.json', '.html']))
  return files.flatMap(({ file, text }) => {
    // Blanked, not cut, so that lines stay.
    const own = allowed.reduce((remaining, name) => remaining.replaceAll(name, name.replace(/[^\n]/g, '.')), text)
    return findCopied(own, runs).map(({ index, copied }): Problem => ({
      file, line: text.slice(0, index).split('\n').length, severity: 'error', rule: 'copied-wording', message: `“${copied.replace(/\s+/g, ' ').slice(0, 60)}” is copied from a source`, hint: 'say it in our own words',
    }))
  })
}
