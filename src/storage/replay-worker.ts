/** The worker that does the long work, so that the page never waits. */
import { measureLog, replayLog, type ReplayedLog } from './log-work.ts'
import { prepareRestore, previewRestore } from './restore.ts'

/** What can be asked of the worker. */
const work = { replayLog, measureLog, previewRestore, prepareRestore }
export type Work = typeof work
type Result = ReturnType<Work[keyof Work]>

export interface WorkRequest {
  readonly number: number
  readonly name: keyof Work
  readonly given: readonly unknown[]
}
export type WorkAnswer =
  | { readonly number: number; readonly result: Result }
  | { readonly number: number; readonly failure: string }

self.addEventListener('message', ({ data: { number, name, given } }: MessageEvent<WorkRequest>) => {
  try {
    // `WorkerWork` gives each function what it takes; the compiler does not follow that through the message.
    const result = (work[name] as (...given: readonly unknown[]) => Result)(...given)
    send({ number, result }, buffersOf(result))
  } catch (error) {
    send({ number, failure: error instanceof Error ? error.message : String(error) })
  }
})

/** What is handed over rather than copied. */
function buffersOf(result: Result): Transferable[] {
  if ('memory' in result) return memoryOf(result)
  if (!('ok' in result) || !result.ok || !('segments' in result.value)) return []
  return [...memoryOf(result.value.log), ...result.value.segments.map(({ bytes }) => bytes.buffer)]
}

function memoryOf({ memory: { snapshot, living } }: ReplayedLog): ArrayBuffer[] {
  return [snapshot.buffer, living.buffer]
}

function send(answer: WorkAnswer, transfer: Transferable[] = []): void {
  self.postMessage(answer, { transfer })
}
