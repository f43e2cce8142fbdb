/** Reads `slides/<slug>/slides.md` with Slidev's own parser, as far as the library needs to know the deck. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseSync } from '@slidev/parser'
import type { ArticleSlug } from '../ids.ts'
import type { Deck, DeckSlide } from '../loaded-library.ts'
import { plainText } from '../plain-text.ts'
import type { Problem } from '../problem.ts'
import type { Places } from './places.ts'

export const deckFile = (slug: string): string => `slides/${slug}/slides.md`

/** The deck with its slides in the order of the show (hidden ones left out, `src:` files put in), or the problems. */
export function readDeck(root: string, slug: ArticleSlug, places: Places): { deck: Deck | undefined; problems: Problem[] } {
  const file = deckFile(slug)
  if (!existsSync(join(root, file))) {
    return { deck: undefined, problems: [{ file: 'data/library.yaml', line: 1, severity: 'error', rule: 'missing-deck', message: `${slug} has no deck`, hint: `write ${file}, or take ${slug} out of the articles` }] }
  }
  const problems: Problem[] = []
  const slides: DeckSlide[] = []
  let title: string | undefined
  const read = (path: string, chain: readonly string[]): void => {
    const shownPath = relative(root, path)
    const parsed = parseSync(readFileSync(path, 'utf8'), path)
    for (const slide of parsed.slides) {
      const at = (line: number, rule: string, message: string, hint: string): void => {
        problems.push({ file: shownPath, line, severity: 'error', rule, message, hint })
      }
      for (const error of slide.frontmatterDoc?.errors ?? []) at(slide.start + 1 + (error.linePos?.[0].line ?? 1), 'yaml', `frontmatter: ${error.message.split('\n', 1)[0] ?? ''}`, 'put text that holds “: ” between quotes')
      // Slidev types a frontmatter as Record<string, any>; it is whatever the author wrote.
      const matter: Readonly<Record<string, unknown>> = slide.frontmatter
      title ??= typeof matter['title'] === 'string' ? matter['title'] : undefined
      if (matter['hide'] === true || matter['disabled'] === true) continue
      const source = matter['src']
      if (typeof source === 'string') {
        const imported = source.startsWith('/') ? join(root, 'slides', slug, source) : resolve(dirname(path), source)
        const target = imported.replace(/#.*$/, '')
        if (!existsSync(target)) at(lineOfKey(slide.raw, slide.start, 'src'), 'missing-src', `src: ${source} does not exist`, 'write the file or correct the path')
        else if (chain.includes(target)) at(slide.start + 1, 'missing-src', `src: ${source} imports itself`, 'break the circle')
        else read(target, [...chain, target])
        continue
      }
      const map = mapRequest(matter['map'])
      const entry: DeckSlide = {
        number: slides.length + 1,
        title: headline(slide.content) ?? slide.title ?? `Slide ${slides.length + 1}`,
        layout: typeof matter['layout'] === 'string' ? matter['layout'] : undefined,
        claims: distinct([...idList(matter['claims']), ...idList(fieldOf(matter['a'], 'claim')), ...idList(fieldOf(matter['b'], 'claim')), ...(map?.claims ?? []), ...(map?.focus === undefined ? [] : [map.focus]), ...attributes(slide.content, 'ClaimText', 'id'), ...attributes(slide.content, 'VoiceCard', 'claim')]),
        questions: distinct([...idList(matter['question']), ...idList(matter['questions']), ...attributes(slide.content, 'DeckQuestion', 'id')]),
        mechanisms: distinct([...idList(matter['mechanism']), ...attributes(slide.content, 'DeckMechanism', 'id')]),
        references: distinct(idList(matter['references'])),
        map,
        events: distinct([...(matter['layout'] === 'timeline' ? idList(matter['only']) : []), ...boundLists(slide.content, 'DeckTimeline', 'only')]),
        issues: distinct(boundLists(slide.content, 'DeckMatrix', 'only')),
        components: componentTags(slide.content),
        text: slide.content,
        note: slide.note,
      }
      slides.push(entry)
      places.set(entry, { file: shownPath, lineOf: (path) => lineWithin(slide.raw, slide.start, path) })
    }
  }
  const path = join(root, file)
  read(path, [path])
  const deck: Deck = { slug, title, slides }
  places.set(deck, { file, lineOf: () => 1 })
  return { deck, problems }
}

const idList = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)]

const fieldOf = (value: unknown, key: string): unknown => (value !== null && typeof value === 'object' ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined)

/** The values of an attribute on every tag of a component, such as the ids of `<ClaimText id="…" />`. */
const attributes = (content: string, component: string, attribute: string): string[] =>
  [...content.replace(CODE, '').matchAll(new RegExp(`<${component}\\b[^>]*?\\s${attribute}="([^"]*)"`, 'g'))].map((match) => match[1] ?? '')

/** The strings of a bound list on every tag of a component, such as those of `<DeckTimeline :only="['ChatGPT', 'GPT-4']" />`. */
const boundLists = (content: string, component: string, attribute: string): string[] =>
  attributes(content, component, `:${attribute}`).flatMap((list) => [...list.matchAll(/'((?:[^'\\]|\\.)*)'/g)].map((match) => (match[1] ?? '').replaceAll('\\', '')))

/** `map: { claims: [ids] }` or `map: { focus: id, depth: 2, limit: 9 }`. */
function mapRequest(value: unknown): DeckSlide['map'] {
  if (value === null || typeof value !== 'object') return undefined
  const matter: Readonly<Record<string, unknown>> = { ...value }
  const number = (key: string): number | undefined => (typeof matter[key] === 'number' ? matter[key] : undefined)
  return {
    ...(Array.isArray(matter['claims']) ? { claims: idList(matter['claims']) } : {}),
    ...(typeof matter['focus'] === 'string' ? { focus: matter['focus'] } : {}),
    ...(number('depth') === undefined ? {} : { depth: number('depth') }),
    ...(number('limit') === undefined ? {} : { limit: number('limit') }),
  }
}

const CODE = /^(```+|~~~+)[\s\S]*?^\1|`[^`\n]*`|<!--[\s\S]*?-->/gm

/** The first heading without its markup. */
function headline(content: string): string | undefined {
  const heading = /^#{1,6} +(.+)$/m.exec(content.replace(CODE, (code) => (code.startsWith('`') && !code.startsWith('``') ? code.slice(1, -1) : '')))?.[1]
  return heading === undefined ? undefined : plainText(heading.replace(/<[^>]*>/g, ''))
}

/** Every tag that is not plain HTML by its look: capitals or a hyphen in the name. */
function componentTags(content: string): string[] {
  const tags = content.replace(CODE, '').matchAll(/<([A-Z][A-Za-z0-9]*|[a-z][a-z0-9]*(?:-[a-z0-9]+)+)(?=[\s/>])/g)
  return [...new Set([...tags].map((match) => match[1] ?? ''))]
}

function lineOfKey(raw: string, start: number, key: string): number {
  const index = raw.split('\n').findIndex((line) => line.startsWith(`${key}:`))
  return start + 1 + Math.max(0, index)
}

/** The line within the slide where the last string of the path stands, else the slide's first line. */
function lineWithin(raw: string, start: number, path: readonly (string | number)[]): number {
  const wanted = path.at(-1)
  const index = wanted === undefined ? -1 : raw.split('\n').findIndex((line) => line.includes(String(wanted)))
  return start + 1 + Math.max(0, index)
}
