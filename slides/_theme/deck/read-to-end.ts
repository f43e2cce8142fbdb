/** Tells a deck that was read from one that was leafed through. */
import { onScopeDispose, watch } from 'vue'

/** Shorter than this, and the slide was only passed by. */
const readingMs = 3_000

/**
 * @param place where the reader stands; undefined while nobody reads
 * @param finish called once, when the last slide and at least half of all were on the screen long enough
 */
export function useReadToEnd(place: () => { readonly slide: number, readonly total: number } | undefined, finish: () => void): void {
  const read = new Set<number>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = watch(place, (now) => {
    clearTimeout(timer)
    if (now === undefined) return
    timer = setTimeout(() => {
      read.add(now.slide)
      if (!read.has(now.total) || 2 * read.size < now.total) return
      stop()
      finish()
    }, readingMs)
  }, { immediate: true })
  onScopeDispose(() => clearTimeout(timer))
}
