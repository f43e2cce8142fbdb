/** Hands long work to the replay worker; short logs are done on the spot, sooner than a worker starts. */
import type { Statistics } from '../memory/statistics/statistics.ts'
import { directWork, unpackMemory, type LogParts, type LogWork, type ReplayedLog } from './log-work.ts'
import type { WorkAnswer, WorkRequest } from './replay-worker.ts'

const shortLog = 3_000

export class WorkerWork implements LogWork {
  #worker: Worker | undefined
  #number = 0
  readonly #waiting = new Map<number, { resolve: (answer: WorkAnswer) => void; reject: (error: Error) => void }>()

  async replay(parts: LogParts): Promise<ReplayedLog> {
    if (isShort(parts)) return directWork.replay(parts)
    const answer = await this.#ask('replay', parts)
    if (answer.kind !== 'replay') throw unexpected(answer)
    return { memory: await unpackMemory(answer.memory), snapshot: answer.memory.snapshot, unreadableEvents: answer.unreadableEvents }
  }

  async statistics(parts: LogParts): Promise<Statistics> {
    if (isShort(parts)) return directWork.statistics(parts)
    const answer = await this.#ask('statistics', parts)
    if (answer.kind !== 'statistics') throw unexpected(answer)
    return answer.statistics
  }

  close(): void {
    this.#worker?.terminate()
    this.#worker = undefined
    for (const { reject } of this.#waiting.values()) reject(new Error('the worker was closed'))
    this.#waiting.clear()
  }

  #ask(kind: WorkRequest['kind'], parts: LogParts): Promise<WorkAnswer> {
    const worker = this.#worker ?? this.#start()
    this.#number += 1
    const request: WorkRequest = { number: this.#number, kind, parts }
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.number, { resolve, reject })
      worker.postMessage(request)
    })
  }

  #start(): Worker {
    const worker = new Worker(new URL('./replay-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<WorkAnswer>) => {
      this.#waiting.get(data.number)?.resolve(data)
      this.#waiting.delete(data.number)
    })
    worker.addEventListener('error', (event) => {
      this.#worker = undefined
      for (const { reject } of this.#waiting.values()) reject(new Error(event.message))
      this.#waiting.clear()
    })
    this.#worker = worker
    return worker
  }
}

function isShort({ segments, rest }: LogParts): boolean {
  return segments.reduce((sum, { count }) => sum + count, rest.length) <= shortLog
}

function unexpected(answer: WorkAnswer): Error {
  return new Error(answer.kind === 'failed' ? answer.reason : `the worker answered ${answer.kind}`)
}
