/** Wires the app together: this is the only place where storage, clock, stores and pages meet. */
import { createPinia } from 'pinia'
import { createApp, watchEffect } from 'vue'
import '../src/components/tokens.css'
import './styles/base.css'
import { openRepository } from '../src/storage/open-repository.ts'
import AppFrame from './components/AppFrame.vue'
import { i18n } from './i18n.ts'
import { registerOffline } from './offline/update.ts'
import { createAppRouter } from './router.ts'
import { useLibrary } from './stores/library.ts'
import { useMemory } from './stores/memory.ts'
import { useSettings } from './stores/settings.ts'

const readClock = () => ({ utcMs: Date.now(), offsetMinutes: -new Date().getTimezoneOffset() })

const router = createAppRouter()
const app = createApp(AppFrame).use(createPinia()).use(i18n).use(router)
const settings = useSettings()
const memory = useMemory()
const library = useLibrary()

// Follows the language too; a page about one thing of the library names itself.
watchEffect(() => {
  const { title } = router.currentRoute.value.meta
  if (title) document.title = `${i18n.global.t(title)} · ${i18n.global.t('app.name')}`
})

const opening = openRepository()
await settings.show()
app.mount('#app')
await memory.connect(await opening, readClock)
await registerOffline()

document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void memory.refresh()
})

import.meta.hot?.on('lectern:library', (next: Parameters<typeof library.replaceContent>[0]) => library.replaceContent(next))
