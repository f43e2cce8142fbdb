/** The service worker: registered once, and asked to take over only when the reader says so. */
import { ref } from 'vue'
import type { Workbox } from 'workbox-window'

const isWaiting = ref(false)
let workbox: Workbox | undefined

/** Begins to keep the app for use without a network. Failing to is no fault of the session: the app only needs the network then. */
export async function registerOffline(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return
  try {
    const { Workbox } = await import('workbox-window')
    workbox = new Workbox('./service-worker.js', { scope: './' })
    workbox.addEventListener('waiting', () => { isWaiting.value = true })
    await workbox.register()
  }
  catch (error) { console.warn('The app could not be kept for offline use.', error) }
}

/** Lets the new version take over and loads it; everything learned is in storage by then. */
function applyUpdate(): void {
  workbox?.addEventListener('controlling', () => location.reload())
  workbox?.messageSkipWaiting()
}

export function useUpdate() {
  return { isWaiting, applyUpdate }
}
