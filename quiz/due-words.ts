/** What is remembered of a question, in a few words: new, due, in so many days, set aside. */
import { useI18n } from 'vue-i18n'
import type { MemoryState } from '../src/memory/memory-state.ts'
import { useFormatting } from './formatting.ts'
import { useMemory } from './stores/memory.ts'

export function useDueWords() {
  const { t } = useI18n()
  const { formatInterval } = useFormatting()
  const memory = useMemory()

  function sayDue(state: MemoryState): string {
    if (state.suspended) return t('due.suspended')
    if (state.stage === 'new') return t('due.new')
    const days = state.dueDay - memory.todayNumber
    return days <= 0 ? t('due.now') : t('due.in', { interval: formatInterval(days) })
  }
  return { sayDue }
}
