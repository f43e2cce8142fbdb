/** Processes that build decks; see deck-worker.mjs. They load Slidev while the library is still being checked. */
import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { root } from './site.ts'

export interface DeckWorkers {
  /** Builds a deck into a folder of its own, in a process that is free. Throws with everything that the process printed. */
  build: (slug: string, output: string) => Promise<void>
  /** Ends the processes. */
  end: () => void
}

interface Worker {
  readonly process: ChildProcess
  /** What it printed since its last deck. */
  printed: string
}

/** Starts `count` processes. `compiledFile` is where the compiled library will stand when the first deck is built. */
export function startDeckWorkers(count: number, compiledFile: string): DeckWorkers {
  const workers = Array.from({ length: count }, () => startWorker(compiledFile))
  const free = [...workers]
  return {
    async build(slug, output) {
      const worker = free.shift()
      if (worker === undefined) throw new Error('Every deck worker is busy; begin no more decks than there are workers.')
      await buildIn(worker, slug, output)
      free.push(worker)
    },
    end() { for (const worker of workers) worker.process.kill() },
  }
}

function startWorker(compiledFile: string): Worker {
  const worker: Worker = {
    process: fork(join(root, 'src/tools/deck-worker.mjs'), {
      cwd: root, env: { ...process.env, LECTERN_LIBRARY: compiledFile }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Without this process's TypeScript loader. Most of what a build makes lives for a moment: with more room for it, less is collected.
      execArgv: ['--max-semi-space-size=64'],
    }),
    printed: '',
  }
  for (const stream of [worker.process.stdout, worker.process.stderr]) stream?.on('data', (chunk: Buffer) => { worker.printed += chunk.toString() })
  return worker
}

function buildIn(worker: Worker, slug: string, output: string): Promise<void> {
  const child = worker.process
  return new Promise((resolve, reject) => {
    const fail = (problem: string): void => reject(new Error(`${problem}\n${worker.printed}`.trim()))
    const died = (): void => fail('The process that builds decks ended.')
    if (child.exitCode !== null) return died()
    child.once('exit', died)
    child.once('message', (message) => {
      child.off('exit', died)
      if (typeof message === 'object' && message !== null && 'problem' in message) return fail(String(message.problem))
      worker.printed = ''
      resolve()
    })
    child.send({ slug, output }, (error) => { if (error !== null) fail(error.message) })
  })
}
