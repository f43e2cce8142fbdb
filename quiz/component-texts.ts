/** The words of the shared components in the language of the interface. English is their own. */
import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import { type ComponentTexts, englishTexts } from '../src/components/texts.ts'
import { i18n } from './i18n.ts'

export function useComponentTexts(): ComputedRef<ComponentTexts> {
  const chinese = shallowRef<ComponentTexts>()
  const locale = computed<string>(() => i18n.global.locale.value)
  watch(locale, async (language) => {
    if (language === 'zh-CN') chinese.value ??= (await import('./messages/component-texts-zh-cn.ts')).chineseTexts
  }, { immediate: true })
  return computed(() => (locale.value === 'zh-CN' ? chinese.value : undefined) ?? englishTexts)
}
