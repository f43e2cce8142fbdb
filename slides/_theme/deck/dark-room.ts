/** The dark room: paper and ink change places in every window of this deck. Decks are light otherwise, whatever the system prefers. */
import { deck } from './deck-content.ts'

let channel: BroadcastChannel | undefined

function show(dark: boolean): void {
  const root = document.documentElement
  if (dark) root.dataset['theme'] = 'dark'
  else delete root.dataset['theme']
  // Slidev's own controls.
  root.classList.toggle('dark', dark)
}

/** Follows the other windows of this deck. */
export function listenForDarkRoom(): void {
  channel = new BroadcastChannel(`lectern-dark-room ${deck.value.article.slug}`)
  channel.addEventListener('message', ({ data }) => show(data === true))
}

export function toggleDarkRoom(): void {
  const dark = document.documentElement.dataset['theme'] !== 'dark'
  show(dark)
  channel?.postMessage(dark)
}
