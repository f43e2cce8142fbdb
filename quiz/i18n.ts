/**
 * The texts of the interface. English is always fetched, the other catalogue when it is chosen. Messages are
 * interpreted, never compiled to code at run time, so the content security policy needs no eval. `vue-i18n` is its
 * small edition (see package.json): it leaves out what Intl and our own few lines do.
 */
import { createI18n, type PathValue } from 'vue-i18n'
import { fetchMessages as fetchEnglish } from './messages/en.json?fetched'
import { fetchMessages as fetchChinese } from './messages/zh-CN.json?fetched'

export type Language = 'en' | 'zh-CN'

const catalogues = { 'en': fetchEnglish, 'zh-CN': fetchChinese }
const none: Partial<Record<Language, Awaited<ReturnType<typeof fetchEnglish>>['default']>> = {}

export const i18n = createI18n({ legacy: false as const, locale: 'en', fallbackLocale: 'en', messages: none, messageResolver: findMessage })

/** The message at a dotted key, such as `home.start`; null when there is none. */
function findMessage(catalogue: unknown, key: string): PathValue {
  // A message is a text, or the tree that a text is compiled to.
  return key.split('.').reduce((at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined), catalogue) as PathValue ?? null
}

/** Shows the interface in this language, fetching its texts first when they are not here yet. */
export async function showLanguage(language: Language): Promise<void> {
  await Promise.all([...new Set<Language>(['en', language])].map(fetchMessages))
  i18n.global.locale.value = language
  document.documentElement.lang = language
}

async function fetchMessages(language: Language): Promise<void> {
  if (!i18n.global.availableLocales.includes(language)) i18n.global.setLocaleMessage(language, (await catalogues[language]()).default)
}

/** The first of the reader's own languages that the interface has. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (tag.toLowerCase().startsWith('zh')) return 'zh-CN'
    if (tag.toLowerCase().startsWith('en')) return 'en'
  }
  return 'en'
}
