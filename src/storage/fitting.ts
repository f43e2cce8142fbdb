/** Has FSRS's parameters fitted in a worker of its own. */
import type { Fit } from '../memory/fit.ts'
import type { FitNews, FitOrder } from './fit-worker.ts'

/**
 * @param onProgress hears the share done, 0 to 1
 * @param signal ends the work; the promise is then rejected with its reason
 */
export function fitLog(order: FitOrder, onProgress: (share: number) => void, signal: AbortSignal): Promise<Fit> {
  return new Promise<Fit>((resolve, reject) => {
    signal.throwIfAborted()
    const worker = new Worker(new URL('./fit-worker.ts', import.meta.url), { type: 'module' })
    const end = (): void => {
      worker.terminate()
      signal.removeEventListener('abort', cancel)
    }
    const cancel = (): void => {
      end()
      reject(signal.reason instanceof Error ? signal.reason : new Error('the fit was cancelled'))
    }
    signal.addEventListener('abort', cancel)
    worker.addEventListener('message', ({ data }: MessageEvent<FitNews>) => {
      if ('share' in data) {
        onProgress(data.share)
        return
      }
      end()
      if ('fit' in data) resolve(data.fit)
      else reject(new Error(data.failure))
    })
    worker.addEventListener('error', (event) => {
      end()
      reject(new Error(event.message))
    })
    worker.postMessage(order)
  })
}
