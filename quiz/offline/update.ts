/** The service worker: registered once, and asked to take over only when the reader says so. */
import { readonly, ref } from 'vue'

const isWaiting = ref(false)
const wasReplaced = ref(false)
let registration: ServiceWorkerRegistration | undefined

/** Begins to keep the app for use without a network. Failing to is no fault of the session: the app only needs the network then. */
export async function registerOffline(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  const hadWorker = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => { wasReplaced.value = hadWorker })
  try {
    registration = await navigator.serviceWorker.register('./service-worker.js', { scope: './' })
    registration.addEventListener('updatefound', () => registration?.installing?.addEventListener('statechange', lookForUpdate))
    lookForUpdate()
  }
  catch (error) { console.warn('The app could not be kept for offline use.', error) }
}

/** A first worker takes over by itself; one that comes beside another waits. */
function lookForUpdate(): void {
  isWaiting.value = Boolean(registration?.active && registration.waiting)
}

/** Asks whether there is a new version, as a page that stays open for days would never. Without a network there is none. */
export async function checkForUpdate(): Promise<void> {
  if (navigator.onLine) await registration?.update().catch((error: unknown) => { console.info('Could not look for a new version.', error) })
}

/** Lets the new version take over and loads it at the same address; everything learned is in storage by then. */
function applyUpdate(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => { location.reload() })
  registration?.waiting?.postMessage({ type: 'SKIP_WAITING' })
}

/** `wasReplaced`: another tab has let a new version take over, so that files this page has not loaded yet may be gone. */
export function useUpdate() {
  return { isWaiting: readonly(isWaiting), wasReplaced: readonly(wasReplaced), applyUpdate }
}
