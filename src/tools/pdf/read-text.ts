/** What a reader gets back from a PDF. */
import { once } from 'node:events'
import { MessageChannel, Worker } from 'node:worker_threads'

/** Does not keep the process from ending: only a waiting answer does. */
function startReader(): Worker {
  // Without this process's TypeScript loader.
  const worker = new Worker(new URL('./read-text-worker.mjs', import.meta.url), { execArgv: [] })
  worker.unref()
  return worker
}

/** Gets ready while the first file is still being laid out. */
const reader = startReader()

/** The text of each page in reading order. Throws when the file cannot be read. */
export async function readText(pdf: Uint8Array): Promise<string[]> {
  const { port1, port2 } = new MessageChannel()
  reader.postMessage({ bytes: pdf, answer: port2 }, [port2])
  // The message is what read-text-worker.mjs sends.
  const [{ pages, problem }] = await once(port1, 'message') as [{ pages?: string[], problem?: string }]
  port1.close()
  if (pages === undefined) throw new Error(problem)
  return pages
}
