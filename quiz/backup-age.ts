/** How old the last backup is, in words, and whether it is time for another. */
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFormatting } from './formatting.ts'
import { useMemory } from './stores/memory.ts'

const dayMs = 86_400_000
/** A week or two of study is what one would not like to lose; below that a reminder would only nag. */
const leastEntries = 100
const oldDays = 14
/** So much is worth a backup at whatever age. */
const manyEntries = 500

export function useBackupAge() {
  const { t } = useI18n()
  const { formatInterval, formatNumber } = useFormatting()
  const memory = useMemory()

  const ageDays = computed(() => {
    const last = memory.health?.lastBackup
    return last && Math.floor((memory.moment.utcMs - last.utcMs) / dayMs)
  })
  const words = computed(() => {
    const last = memory.health?.lastBackup
    if (!last || ageDays.value === undefined) return t('settings.never')
    return t('settings.last', { ago: ageDays.value < 1 ? t('settings.today') : t('settings.ago', { interval: formatInterval(ageDays.value) }), n: formatNumber(last.eventsSince) }, last.eventsSince)
  })
  const isOld = computed(() => {
    const { health } = memory
    if (!health || health.where !== 'device') return false
    const since = health.lastBackup?.eventsSince ?? health.events
    return since >= manyEntries || (since >= leastEntries && (ageDays.value ?? oldDays) >= oldDays)
  })
  return { words, isOld }
}
