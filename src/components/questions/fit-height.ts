import { onMounted, onUnmounted, type ShallowRef } from 'vue'

/** Text of 20px is still 13px at the smallest step; below that a slide is no place for the question. */
const STEPS = [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65]

/**
 * Keeps the children of a box of fixed height inside it: `data-tight` on the box asks the styles for less air, then the children are zoomed
 * down, in steps, as far as it takes. Looks again whenever one of them changes its size, as when a slide comes into view or an answer is graded.
 */
export function useFittedHeight(box: Readonly<ShallowRef<HTMLElement | null>>): void {
  let frame = 0
  // In the next frame: sizes changed while an observer reports are reported as an error.
  const observer = new ResizeObserver(() => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => { if (box.value !== null) fitChildren(box.value) })
  })
  onMounted(() => { for (const child of box.value?.children ?? []) observer.observe(child) })
  onUnmounted(() => {
    cancelAnimationFrame(frame)
    observer.disconnect()
  })
}

function fitChildren(box: HTMLElement): void {
  delete box.dataset['tight']
  for (const child of box.children) if (child instanceof HTMLElement) child.style.zoom = ''
  if (box.scrollHeight <= box.clientHeight) return
  box.dataset['tight'] = ''
  for (const step of STEPS) {
    for (const child of box.children) if (child instanceof HTMLElement) child.style.zoom = String(step)
    if (box.scrollHeight <= box.clientHeight) return
  }
}
