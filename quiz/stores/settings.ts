/** How the app looks and is worked on this device. What decides the schedule is kept with the memory instead. */
import { defineStore } from 'pinia'
import { reactive, watch } from 'vue'
import { type Appearance, defaultAppearance, keepAppearance, readAppearance, showAppearance } from '../appearance.ts'
import { preferredLanguage, showLanguage } from '../i18n.ts'

export const useSettings = defineStore('settings', () => {
  const appearance = reactive<Appearance>(readAppearance())
  const systemDark = matchMedia('(prefers-color-scheme: dark)')

  function show(): Promise<void> {
    showAppearance(appearance, systemDark.matches)
    return showLanguage(appearance.language === 'system' ? preferredLanguage(navigator.languages) : appearance.language)
  }
  watch(appearance, () => {
    keepAppearance(appearance)
    void show()
  })
  systemDark.addEventListener('change', show)

  function resetKeys(): void { appearance.keyMap = { ...defaultAppearance.keyMap } }

  return { appearance, show, resetKeys }
})
