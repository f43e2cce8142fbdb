/** What is wrong with the storage now, if anything is. */
import type { StorageProblem } from './repository.ts'
import { classifyProblem } from './storage-problem.ts'

export class StorageTrouble {
  readonly #lasting: StorageProblem | undefined
  #now: StorageProblem | undefined

  /** @param lasting a problem known from the start that no attempt mends, such as no storage at all */
  constructor(lasting: StorageProblem | undefined) {
    this.#lasting = lasting
    this.#now = lasting
  }

  get now(): StorageProblem | undefined {
    return this.#now
  }

  /** Remembers what was thrown, in the app's own word for it. */
  note(error: unknown): StorageProblem {
    this.#now = classifyProblem(error)
    if (this.#now === 'unknown') console.error('Lectern could not use its storage', error)
    return this.#now
  }

  /** Something was stored after all. */
  clear(): void {
    this.#now = this.#lasting
  }
}
