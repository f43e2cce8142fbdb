/**
 * Hands long work to the worker, where there are workers; short logs are done on the spot, sooner than a worker starts.
 * The segments of a log are handed over, not copied: whoever gave them has them no more.
 */
import type { Statistics } from '../memory/statistics/statistics.ts'
import type { LogParts, ReplayedLog } from './log-work.ts'
import type { OwnLog } from './merge.ts'
import type { Work, WorkAnswer, WorkRequest } from './replay-worker.ts'
import type { RestoreMode, RestorePreview, Result } from './repository.ts'
import type { PreparedRestore } from './restore.ts'

const shortLog = 3_000
/** At least, in a backup. */
const bytesPerEvent = 10
const hasNoWorker = typeof Worker === 'undefined'

export class WorkerWork {
  #worker: Worker | undefined
  #number = 0
  readonly #waiting = new Map<number, { resolve: (answer: WorkAnswer) => void; reject: (error: Error) => void }>()

  // What only whole logs need is fetched when it is asked for; a first question seldom does.

  async replay(parts: LogParts): Promise<ReplayedLog> {
    if (isShort(parts)) return (await import('./log-work.ts')).replayLog(parts)
    return this.#ask('replayLog', parts, parts)
  }

  async statistics(parts: LogParts): Promise<Statistics> {
    if (isShort(parts)) return (await import('./log-work.ts')).measureLog(parts)
    return this.#ask('measureLog', parts, parts)
  }

  async previewRestore(file: Uint8Array, own: OwnLog): Promise<Result<RestorePreview>> {
    if (isShort(own, file)) return (await import('./restore.ts')).previewRestore(file, own)
    return this.#ask('previewRestore', own, file, own)
  }

  async prepareRestore(file: Uint8Array, own: OwnLog, mode: RestoreMode): Promise<Result<PreparedRestore>> {
    if (isShort(own, file)) return (await import('./restore.ts')).prepareRestore(file, own, mode)
    return this.#ask('prepareRestore', own, file, own, mode)
  }

  close(): void {
    this.#worker?.terminate()
    this.#worker = undefined
    this.#failAll('the worker was closed')
  }

  async #ask<Name extends keyof Work>(name: Name, { segments }: LogParts, ...given: Parameters<Work[Name]>): Promise<ReturnType<Work[Name]>> {
    const worker = this.#worker ??= this.#start()
    this.#number += 1
    const request: WorkRequest = { number: this.#number, name, given }
    const answer = await new Promise<WorkAnswer>((resolve, reject) => {
      this.#waiting.set(request.number, { resolve, reject })
      worker.postMessage(request, segments.map(({ bytes }) => bytes.buffer))
    })
    if ('failure' in answer) throw new Error(answer.failure)
    // The worker answers with what the function of that name returned.
    return answer.result as ReturnType<Work[Name]>
  }

  #start(): Worker {
    const worker = new Worker(new URL('./replay-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<WorkAnswer>) => {
      this.#waiting.get(data.number)?.resolve(data)
      this.#waiting.delete(data.number)
    })
    worker.addEventListener('error', (event) => {
      this.#worker = undefined
      this.#failAll(event.message)
    })
    return worker
  }

  #failAll(reason: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(reason))
    this.#waiting.clear()
  }
}

function isShort({ segments, rest }: LogParts, file?: Uint8Array): boolean {
  return hasNoWorker || segments.reduce((sum, { count }) => sum + count, rest.length + (file?.length ?? 0) / bytesPerEvent) <= shortLog
}
