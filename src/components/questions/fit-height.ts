import { onMounted, onUnmounted, type ShallowRef } from 'vue'

/**
 * Keeps the children of a box of fixed height inside it: `data-tight` on the box asks the styles for less air and the smallest size that text may have,
 * and `data-over` says that even so there is more than fits. Looks again whenever a child changes its size, as when a slide comes into view or an answer is graded.
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
  const isOver = (): boolean => box.scrollHeight > box.clientHeight
  delete box.dataset['over']
  delete box.dataset['tight']
  if (isOver()) box.dataset['tight'] = ''
  if (isOver()) box.dataset['over'] = ''
}
