/** How the app looks and is worked on this device. What decides the schedule is kept with the memory instead. */
import { defineStore } from 'pinia'
import { reactive, watch } from 'vue'
import { type Appearance, defaultAppearance, keepAppearance, readAppearance, showAppearance } from '../appearance.ts'
import { preferredLanguage, showLanguage } from '../i18n.ts'

export const useSettings = defineStore('settings', () => {
  const appearance = reactive<Appearance>(readAppearance())
  const systemDark = matchMedia('(prefers-color-scheme: dark)')
  const printing = matchMedia('print')

  function show(): Promise<void> {
    showAppearance(printing.matches ? { ...appearance, theme: 'light' } : appearance, systemDark.matches)
    return showLanguage(appearance.language === 'system' ? preferredLanguage(navigator.languages) : appearance.language)
  }
  watch(appearance, () => {
    keepAppearance(appearance)
    void show()
  })
  systemDark.addEventListener('change', show)
  // Paper is white: what is light on a dark screen could not be read there.
  printing.addEventListener('change', show)

  function resetKeys(): void { appearance.keyMap = { ...defaultAppearance.keyMap } }

  return { appearance, show, resetKeys }
})
