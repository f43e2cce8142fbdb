/**
 * Where answers and changed settings wait that the database would not take (full, taken over by a newer version, or held by an older one):
 * the tab's local storage, a place of its own. The next load stores them. When even that fails they are still in the tab's memory.
 */
import type { JsonValue, ReviewEvent } from '../memory/event.ts'

export interface Lifeboat {
  /** Keeps these and nothing else from this tab; an empty list clears it. */
  keep(device: string, events: readonly ReviewEvent[]): void
  /** What every tab left, in no order. */
  read(): ReviewEvent[]
  clear(devices: readonly string[]): void
  /** Keeps these changes of settings for all tabs, in the place of earlier ones; none clears them. */
  keepSettings(changes: Readonly<Record<string, JsonValue>>): void
  readSettings(): Readonly<Record<string, JsonValue>>
}

const prefix = 'lectern-unsaved-'
const settingsName = 'lectern-settings-unsaved'

export function lifeboatIn(storage: Pick<Storage, 'setItem' | 'getItem' | 'removeItem' | 'key' | 'length'>): Lifeboat {
  function keys(): string[] {
    return Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter((key): key is string => key?.startsWith(prefix) === true)
  }
  function put(key: string, value: object, isEmpty: boolean): void {
    try {
      if (isEmpty) storage.removeItem(key)
      else storage.setItem(key, JSON.stringify(value))
    } catch {
      // Full too: what waits stays in the tab's memory and is shown as unsaved there.
    }
  }
  return {
    keep(device, events) {
      put(prefix + device, events, events.length === 0)
    },
    read() {
      return keys().flatMap((key) => {
        try {
          // Written by keep() above; a text that another hand changed fails to parse and is left alone.
          return JSON.parse(storage.getItem(key) ?? '[]') as ReviewEvent[]
        } catch {
          return []
        }
      })
    },
    clear(devices) {
      for (const device of devices) storage.removeItem(prefix + device)
    },
    keepSettings(changes) {
      put(settingsName, changes, Object.keys(changes).length === 0)
    },
    readSettings() {
      try {
        const changes: unknown = JSON.parse(storage.getItem(settingsName) ?? '{}')
        return typeof changes === 'object' && changes !== null ? Object.fromEntries(Object.entries(changes)) : {}
      } catch {
        return {}
      }
    },
  }
}

/** For places without local storage. */
export const noLifeboat: Lifeboat = { keep: () => undefined, read: () => [], clear: () => undefined, keepSettings: () => undefined, readSettings: () => ({}) }
