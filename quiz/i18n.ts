/**
 * The texts of the interface. English is built in; the other catalogue is loaded when it is chosen. Messages are
 * interpreted, never compiled to code at run time, so the content security policy needs no eval. `vue-i18n` is its
 * small edition (see package.json): it leaves out what Intl and our own few lines do.
 */
import { createI18n, type PathValue } from 'vue-i18n'
import english from './messages/en.json'

export type Language = 'en' | 'zh-CN'

type Catalogues = Partial<Record<Language, typeof english>>
const builtIn: Catalogues = { en: english }

export const i18n = createI18n({ legacy: false as const, locale: 'en', fallbackLocale: 'en', messages: builtIn, messageResolver: findMessage })

/** The message at a dotted key, such as `home.start`; null when there is none. */
function findMessage(catalogue: unknown, key: string): PathValue {
  // A message is a text, or the tree that a text is compiled to.
  return key.split('.').reduce((at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined), catalogue) as PathValue ?? null
}

/** Shows the interface in this language, fetching its texts first when they are not here yet. */
export async function showLanguage(language: Language): Promise<void> {
  if (language === 'zh-CN' && !i18n.global.availableLocales.includes(language)) {
    const { default: messages } = await import('./messages/zh-CN.json')
    i18n.global.setLocaleMessage(language, messages)
  }
  i18n.global.locale.value = language
  document.documentElement.lang = language
}

/** The first of the reader's own languages that the interface has. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (tag.toLowerCase().startsWith('zh')) return 'zh-CN'
    if (tag.toLowerCase().startsWith('en')) return 'en'
  }
  return 'en'
}
