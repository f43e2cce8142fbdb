/**
 * Keeps the quiz after one visit, and decks and PDFs once they are opened. The list of the quiz's own files is put in
 * at build (see vite-plugin.ts). A new version waits until the reader lets it take over.
 */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { CacheFirst, NetworkFirst, StaleWhileRevalidate } from 'workbox-strategies'

declare const self: ServiceWorkerGlobalScope
declare const LECTERN_FILES: PrecacheEntry[]

const scope = new URL('./', self.location.href)
/** The path inside the site, without its base path. */
const within = (url: URL): string | undefined => (url.origin === scope.origin && url.pathname.startsWith(scope.pathname) ? url.pathname.slice(scope.pathname.length) : undefined)

precacheAndRoute(LECTERN_FILES)
cleanupOutdatedCaches()

// The quiz is one page; decks and PDFs are pages of their own.
registerRoute(new NavigationRoute(createHandlerBoundToURL('index.html'), { denylist: [/\/decks\//, /\/pdf\//] }))
registerRoute(({ url }) => within(url)?.startsWith('fonts/') ?? false, new StaleWhileRevalidate({ cacheName: 'fonts' }))
// What a build names by its content never changes.
registerRoute(({ url }) => /^decks\/[^/]+\/assets\//.test(within(url) ?? ''), new CacheFirst({ cacheName: 'decks' }))
registerRoute(({ url }) => /^(decks|pdf)\//.test(within(url) ?? ''), new NetworkFirst({ cacheName: 'decks', networkTimeoutSeconds: 5 }))

self.addEventListener('install', (event) => event.waitUntil(keepFonts()))
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('message', (event) => {
  const message: unknown = event.data
  if (typeof message !== 'object' || message === null || !('type' in message)) return
  if (message.type === 'SKIP_WAITING') void self.skipWaiting()
  if (message.type === 'KEEP_DECK' && 'slug' in message) event.waitUntil(keepDeck(String(message.slug)))
})

/** The fonts are loaded before the worker is there to see it, so it fetches them itself. A missing one costs only its looks. */
async function keepFonts(): Promise<void> {
  const stylesheet = new URL('fonts/fonts.css', scope)
  try {
    const cache = await caches.open('fonts')
    const answer = await fetch(stylesheet)
    if (!answer.ok) return
    const files = [...(await answer.clone().text()).matchAll(/url\(([^)]+)\)/g)].flatMap(([, file]) => (file === undefined ? [] : new URL(file, stylesheet).href))
    await cache.put(stylesheet, answer)
    await Promise.allSettled(files.map((file) => cache.add(file)))
  }
  catch (error) { console.warn('The fonts could not be kept for offline use.', error) }
}

/** Fetches of an opened deck what is not here yet, by the list that the build wrote beside it, and drops what an older build left. */
async function keepDeck(slug: string): Promise<void> {
  const folder = new URL(`decks/${slug}/`, scope)
  try {
    const answer = await fetch(new URL('files.json', folder))
    if (!answer.ok) return
    const list: unknown = await answer.json()
    const files = new Set((Array.isArray(list) ? list : []).map((file) => new URL(String(file), folder).href))
    const cache = await caches.open('decks')
    const kept = new Set((await cache.keys()).map(({ url }) => url))
    await Promise.all([...kept].filter((url) => url.startsWith(`${folder.href}assets/`) && !files.has(url)).map((url) => cache.delete(url)))
    await cache.addAll([folder.href, ...[...files].filter((url) => !kept.has(url))])
  }
  catch (error) { console.warn('The deck could not be kept for offline use.', error) }
}
