/** Small values of the app's own. What the store would not take is found here all the same, and waits for the next attempt. */
import type { JsonValue } from '../memory/event.ts'
import type { LogStore } from './log-store.ts'

export class KeptValues {
  readonly #store: Pick<LogStore, 'getValue' | 'putValue'>
  readonly #unsaved = new Map<string, JsonValue | undefined>()

  constructor(store: Pick<LogStore, 'getValue' | 'putValue'>) {
    this.#store = store
  }

  get isUnsaved(): boolean {
    return this.#unsaved.size > 0
  }

  /** @throws what the store throws */
  async find(key: string): Promise<JsonValue | undefined> {
    return this.#unsaved.has(key) ? this.#unsaved.get(key) : this.#store.getValue(key)
  }

  /** Undefined forgets it. @throws what the store throws; the value then waits */
  async put(key: string, value: JsonValue | undefined): Promise<void> {
    this.#unsaved.set(key, value)
    await this.save()
  }

  /** Stores what waits. @throws what the store throws */
  async save(): Promise<void> {
    for (const [key, value] of this.#unsaved) {
      await this.#store.putValue(key, value)
      this.#unsaved.delete(key)
    }
  }
}
