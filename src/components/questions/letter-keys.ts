import { onMounted, onUnmounted } from 'vue'

const TYPING = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable], dialog[open]'

/**
 * Calls `choose` with the place (from 0) of the letter pressed: A is 0. Not while something is typed or composed, and not with
 * a modifier held. `isOn` is asked at each press.
 */
export function useLetterKeys(isOn: () => boolean, choose: (index: number) => void): void {
  function listen(event: KeyboardEvent): void {
    if (!isOn() || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target instanceof Element && event.target.closest(TYPING) !== null) return
    // A Cyrillic or other layout gives no Latin letter: then the place on the keyboard counts.
    const letter = /^[a-z]$/i.test(event.key) ? event.key : event.code.replace('Key', '')
    const index = letter.length === 1 ? letter.toUpperCase().charCodeAt(0) - 'A'.charCodeAt(0) : -1
    if (index < 0 || index > 25) return
    choose(index)
  }
  onMounted(() => window.addEventListener('keydown', listen))
  onUnmounted(() => window.removeEventListener('keydown', listen))
}
