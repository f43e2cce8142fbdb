/** The keys are Slidev's own, and `k`, which as in the quiz leads to the claim. `d` darkens the room: decks have no colour scheme to change. */
import { defineShortcutsSetup } from '@slidev/types'
import { toggleDarkRoom } from '../deck/dark-room.ts'

/** Follows the first link to a claim on the slide that is shown. */
function openClaim(): void {
  const links = document.querySelectorAll<HTMLElement>('#slide-content a[href*="#/claims/"]')
  ;[...links].find((link) => link.offsetParent !== null)?.click()
}

export default defineShortcutsSetup((_, shortcuts) => [
  ...shortcuts.map((shortcut) => (shortcut.name === 'toggle_dark' ? { ...shortcut, fn: toggleDarkRoom } : shortcut)),
  { name: 'open_claim', key: 'k', fn: openClaim },
])
