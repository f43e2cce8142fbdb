/** Reading opens questions: what was on the screen for a while may be asked next. */
import { onUnmounted, watch, type MaybeRefOrGetter, toValue } from 'vue'
import type { QuestionId } from '../src/content/ids.ts'
import { useMemory } from './stores/memory.ts'

/** Shorter than this is leafing through, not reading. */
const readingMs = 6_000

/** Opens these questions once the page was shown long enough; those known already stay as they are. */
export function useReading(questions: MaybeRefOrGetter<readonly QuestionId[]>): void {
  const memory = useMemory()
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(() => toValue(questions), (ids) => {
    clearTimeout(timer)
    timer = setTimeout(() => void memory.introduce(ids), readingMs)
  }, { immediate: true })
  onUnmounted(() => clearTimeout(timer))
}
