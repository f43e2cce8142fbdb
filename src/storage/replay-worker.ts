/** The worker that replays and measures whole logs, so that the page never waits. */
import type { Statistics } from '../memory/statistics/statistics.ts'
import { directWork, type LogParts, type PortableMemory } from './log-work.ts'

export interface WorkRequest {
  readonly number: number
  readonly kind: 'replay' | 'statistics'
  readonly parts: LogParts
}
export type WorkAnswer =
  | { readonly number: number; readonly kind: 'replay'; readonly memory: PortableMemory; readonly unreadableEvents: number }
  | { readonly number: number; readonly kind: 'statistics'; readonly statistics: Statistics }
  | { readonly number: number; readonly kind: 'failed'; readonly reason: string }

self.addEventListener('message', ({ data }: MessageEvent<WorkRequest>) => {
  void answer(data)
})

async function answer({ number, kind, parts }: WorkRequest): Promise<void> {
  try {
    if (kind === 'replay') {
      const { memory: { journal, redoable }, snapshot, unreadableEvents } = await directWork.replay(parts)
      send({ number, kind, memory: { snapshot, journal, redoable }, unreadableEvents }, [snapshot.buffer])
    } else {
      send({ number, kind, statistics: await directWork.statistics(parts) })
    }
  } catch (error) {
    send({ number, kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
  }
}

function send(reply: WorkAnswer, transfer: Transferable[] = []): void {
  self.postMessage(reply, { transfer })
}
