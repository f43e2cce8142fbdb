/** Where things stand: the project's folders, the site's folders, and which decks there are. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
export const dist = resolve(root, 'dist')
export const cache = resolve(root, 'node_modules/.cache/lectern')

/** The path under which the site is served, with a slash at both ends; from BASE, `/` by default. */
export function basePath(): string {
  const base = (process.env['BASE'] ?? '/').replace(/^\/*|\/*$/g, '')
  return base === '' ? '/' : `/${base}/`
}

/** Slugs of the decks under slides/, in the order of library.yaml; a deck that the library does not name comes last. */
export function findDecks(): string[] {
  const folders = readdirSync(resolve(root, 'slides'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(resolve(root, 'slides', entry.name, 'slides.md')))
    .map((entry) => entry.name)
  const listed: unknown = parse(readFileSync(resolve(root, 'data/library.yaml'), 'utf8'))
  const order = listed !== null && typeof listed === 'object' && 'articles' in listed && Array.isArray(listed.articles) ? listed.articles.map(String) : []
  const place = (slug: string) => (order.includes(slug) ? order.indexOf(slug) : order.length)
  return folders.sort((a, b) => place(a) - place(b) || a.localeCompare(b))
}
