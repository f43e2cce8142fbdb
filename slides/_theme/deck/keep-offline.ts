/** A deck that was opened once can be opened again without a network, with all its slides, the presenter's page and the questions. */
import { deck } from './deck-content.ts'

/** Asks the site's service worker, once the page has nothing better to do, to keep every file of the deck. */
export function keepOffline(): void {
  if (!('serviceWorker' in navigator)) return
  // Safari knows no idle moments.
  if ('requestIdleCallback' in window) window.requestIdleCallback(() => void askWorker())
  else setTimeout(() => void askWorker())
}

async function askWorker(): Promise<void> {
  // A deck stands two folders below the site.
  const site = new URL('../../', location.href)
  try {
    await navigator.serviceWorker.register(new URL('service-worker.js', site), { scope: site.pathname })
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage({ type: 'KEEP_DECK', slug: deck.value.article.slug })
  }
  catch (error) { console.warn('The deck could not be kept for offline use.', error) }
}
