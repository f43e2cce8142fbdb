/** Arrow keys move the focus among the buttons of a group, without choosing. For `@keydown` on the group. */
export function moveFocus(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || !(event.currentTarget instanceof HTMLElement)) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-arrow]:not(:disabled)')]
  const place = buttons.findIndex((button) => button === document.activeElement)
  if (place < 0) return
  event.preventDefault()
  event.stopPropagation()
  buttons[(place + step + buttons.length) % buttons.length]?.focus()
}
