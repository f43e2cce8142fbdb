/** Opens the log where this browser can keep it; where it cannot, for this tab only, and says so. */
import type { DexieStoreOptions } from './dexie-store.ts'
import { EarlyStore } from './early-store.ts'
import { lifeboatIn, noLifeboat, type Lifeboat } from './lifeboat.ts'
import { LogRepository, type RepositoryOptions } from './log-repository.ts'
import { MemoryStore } from './memory-store.ts'
import type { Repository } from './repository.ts'
import { classifyProblem } from './storage-problem.ts'

const channelName = 'lectern-log'

export async function openRepository(storeOptions: DexieStoreOptions = {}): Promise<Repository> {
  const shared: Omit<RepositoryOptions, 'store'> = {
    device: drawName(),
    drawName,
    now: () => Date.now(),
    lifeboat: findLifeboat(),
    ...(typeof navigator === 'undefined' || !('storage' in navigator) ? {} : { browserStorage: navigator.storage }),
  }
  let repository: LogRepository | undefined
  try {
    const store = new EarlyStore({ ...storeOptions, onOutdated: () => void repository?.tellOutdated(), onUnblocked: () => void repository?.goOn() })
    await store.open().catch((error: unknown) => {
      // The opening goes on by itself; what is answered until then is kept as unsaved.
      if (classifyProblem(error) !== 'blocked') throw error
    })
    repository = new LogRepository({ ...shared, store, ...(typeof BroadcastChannel === 'undefined' ? {} : { channel: new BroadcastChannel(channelName) }) })
    return repository
  } catch (error) {
    const problem = classifyProblem(error)
    return new LogRepository({ ...shared, store: new MemoryStore(), problem: problem === 'unknown' ? 'unavailable' : problem })
  }
}

/** Eight letters and digits: the chance that two openings ever share a name is one in 10^12. */
function drawName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => (byte % 36).toString(36)).join('')
}

function findLifeboat(): Lifeboat {
  try {
    return lifeboatIn(localStorage)
  } catch {
    // Reading `localStorage` throws where the browser forbids it; answers are then kept in the tab alone.
    return noLifeboat
  }
}
