/**
 * Where answers wait that the database would not take (full, taken over by a newer version, or held by an older one): the tab's local
 * storage, a place of its own. The next load stores them. When even that fails they are still in the tab's memory.
 */
import type { ReviewEvent } from '../memory/event.ts'

export interface Lifeboat {
  /** Keeps these and nothing else from this tab; an empty list clears it. */
  keep(device: string, events: readonly ReviewEvent[]): void
  /** What every tab left, in no order. */
  read(): ReviewEvent[]
  clear(devices: readonly string[]): void
}

const prefix = 'lectern-unsaved-'

export function lifeboatIn(storage: Pick<Storage, 'setItem' | 'getItem' | 'removeItem' | 'key' | 'length'>): Lifeboat {
  function keys(): string[] {
    return Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter((key): key is string => key?.startsWith(prefix) === true)
  }
  return {
    keep(device, events) {
      try {
        if (events.length === 0) storage.removeItem(prefix + device)
        else storage.setItem(prefix + device, JSON.stringify(events))
      } catch {
        // Full too: the answers stay in the tab's memory and are shown as unsaved there.
      }
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
  }
}

/** For places without local storage. */
export const noLifeboat: Lifeboat = { keep: () => undefined, read: () => [], clear: () => undefined }
