/** Dates, numbers and spans as the chosen language writes them. */
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

const millisPerMinute = 60_000

export function useFormatting() {
  const { t, locale } = useI18n()
  const numbers = computed(() => new Intl.NumberFormat(locale.value))
  const percents = computed(() => new Intl.NumberFormat(locale.value, { style: 'percent', maximumFractionDigits: 0 }))

  const formatNumber = (value: number) => numbers.value.format(value)
  const formatShare = (share: number) => percents.value.format(share)

  /** A date as precise as the source gives it: 2024-09-29, 2024-09 or 2024. */
  function formatPartialDate(date: string): string {
    const [year = 0, month, day] = date.split('-').map(Number)
    const style: Intl.DateTimeFormatOptions = { year: 'numeric', ...(month && { month: 'long' }), ...(day && { day: 'numeric' }), timeZone: 'UTC' }
    return new Intl.DateTimeFormat(locale.value, style).format(Date.UTC(year, (month ?? 1) - 1, day ?? 1))
  }

  const formatDate = (millis: number, style: Intl.DateTimeFormatOptions = { dateStyle: 'long' }) => new Intl.DateTimeFormat(locale.value, style).format(millis)

  /** How long until a question returns, in the unit a person would use. */
  function formatInterval(days: number): string {
    if (days < 1) return t('span.today')
    if (days < 31) return t('span.days', { n: formatNumber(Math.round(days)) }, Math.round(days))
    const digits = new Intl.NumberFormat(locale.value, { maximumFractionDigits: 1 })
    if (days < 365) return t('span.months', { n: digits.format(days / 30.4375) }, digits.format(days / 30.4375) === digits.format(1) ? 1 : 2)
    return t('span.years', { n: digits.format(days / 365.25) }, digits.format(days / 365.25) === digits.format(1) ? 1 : 2)
  }

  function formatMinutes(millis: number): string {
    // Something is never said to take no time.
    const minutes = millis > 0 ? Math.max(1, Math.round(millis / millisPerMinute)) : 0
    if (minutes < 120) return t('span.minutes', { n: formatNumber(minutes) }, minutes)
    const hours = Math.round(minutes / 60)
    return t('span.hours', { n: formatNumber(hours) }, hours)
  }

  /** A list as the language joins it: “a, b and c”. */
  const formatList = (parts: readonly string[]) => new Intl.ListFormat(locale.value, { style: 'long', type: 'conjunction' }).format(parts)

  function formatBytes(bytes: number): string {
    const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : bytes < 1e9 ? [bytes / 1e6, 'megabyte'] : [bytes / 1e9, 'gigabyte']
    return new Intl.NumberFormat(locale.value, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value)
  }

  return { formatNumber, formatShare, formatPartialDate, formatDate, formatInterval, formatMinutes, formatList, formatBytes }
}
