/** The title of the document, which is also what a screen reader announces after a change of page. */
import { type MaybeRefOrGetter, toValue, watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'

export function usePageTitle(title: MaybeRefOrGetter<string | undefined>): void {
  const { t } = useI18n()
  watchEffect(() => {
    const own = toValue(title)
    document.title = own ? `${own} · ${t('app.name')}` : t('app.name')
  })
}

/** The words of a rendered text, without its markup. */
export function plainText(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent?.trim() ?? ''
}
