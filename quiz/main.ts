/** Wires the app together: this is the only place where storage, clock, stores and pages meet. */
import { createPinia } from 'pinia'
import { createApp, watchEffect } from 'vue'
import '../src/components/tokens.css'
import './styles/base.css'
import { openRepository } from '../src/storage/open-repository.ts'
import AppFrame from './components/AppFrame.vue'
import { waitForFirstFonts } from './first-fonts.ts'
import { i18n } from './i18n.ts'
import { checkForUpdate, registerOffline } from './offline/update.ts'
import { createAppRouter } from './router.ts'
import { useLibrary } from './stores/library.ts'
import { useMemory } from './stores/memory.ts'
import { useSettings } from './stores/settings.ts'

const readClock = () => ({ utcMs: Date.now(), offsetMinutes: -new Date().getTimezoneOffset() })

/** A log that takes longer to open is waited for in sight of the reader. */
const patienceMs = 500

async function start(): Promise<void> {
  // Asked for first: the disk works while the rest is made.
  const opening = openRepository()
  // A task of its own: on a slow machine the page would not feel a touch until all is run and made.
  await new Promise((resolve) => setTimeout(resolve))

  const router = createAppRouter()
  const app = createApp(AppFrame).use(createPinia()).use(i18n).use(router)
  const settings = useSettings()
  const memory = useMemory()
  const library = useLibrary()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return
    void memory.refresh()
    void checkForUpdate()
  })
  import.meta.hot?.on('lectern:library', (next: Parameters<typeof library.replaceContent>[0]) => library.replaceContent(next))

  const connected = opening.then((opened) => memory.connect(opened, readClock))
  const remembered = Promise.race([Promise.allSettled([connected]), new Promise((resolve) => setTimeout(resolve, patienceMs))])
  try {
    // A page that knows from the start what is remembered is drawn once.
    await Promise.all([library.loadCatalogue(), settings.show(), waitForFirstFonts(), remembered])
  } catch (problem) {
    // Without the library or a language there is no page that could say it.
    document.getElementById('not-started')?.removeAttribute('hidden')
    throw problem
  }
  // Follows the language too; a page about one thing of the library names itself.
  watchEffect(() => {
    const { title } = router.currentRoute.value.meta
    if (title) document.title = `${i18n.global.t(title)} · ${i18n.global.t('app.name')}`
  })
  app.mount('#app')
  await connected
  // What is kept for a visit without a network is fetched when the page has nothing better to do.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(() => void registerOffline())
  else setTimeout(() => void registerOffline(), 1_000)
}
void start()
