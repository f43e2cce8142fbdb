/**
 * The learner's settings as they are in force and as they are stored. A change that the store would not take is in force
 * all the same, waits in the lifeboat too, and is put on top of what is stored by then: only what was changed is written.
 */
import type { JsonValue } from '../memory/event.ts'
import { defaultSettings, readSettings, type LearnerSettings } from '../memory/settings.ts'
import type { Lifeboat } from './lifeboat.ts'
import type { LogStore } from './log-store.ts'

type Changes = Readonly<Record<string, JsonValue>>
const settingsKey = 'settings'

export class KeptSettings {
  readonly #store: Pick<LogStore, 'getValue' | 'putValue'>
  readonly #lifeboat: Lifeboat
  #inForce: LearnerSettings = defaultSettings
  #unsaved: Changes = {}
  #isInLifeboat = false

  constructor(store: Pick<LogStore, 'getValue' | 'putValue'>, lifeboat: Lifeboat) {
    this.#store = store
    this.#lifeboat = lifeboat
  }

  get inForce(): LearnerSettings {
    return this.#inForce
  }

  get isUnsaved(): boolean {
    return Object.keys(this.#unsaved).length > 0
  }

  /** Takes aboard what a closed tab could not store. */
  rescue(): void {
    const rescued = this.#lifeboat.readSettings()
    this.#isInLifeboat ||= Object.keys(rescued).length > 0
    this.#unsaved = { ...rescued, ...this.#unsaved }
    this.#inForce = readSettings({ ...this.#inForce, ...this.#unsaved }).value
  }

  /** Takes in what is stored. @throws what the store throws */
  async read(): Promise<void> {
    this.#inForce = await this.#merge()
  }

  /** Puts them in force; `save` stores them. */
  change(settings: LearnerSettings): void {
    const before = new Map<string, unknown>(Object.entries(this.#inForce))
    const changed = Object.entries(settings).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before.get(name)))
    this.#inForce = settings
    this.#unsaved = { ...this.#unsaved, ...Object.fromEntries(changed) }
  }

  /** Stores what is not stored yet, if there is anything. @throws what the store throws; everything then waits as before */
  async save(): Promise<void> {
    if (!this.isUnsaved) return
    try {
      const settings = await this.#merge()
      await this.#store.putValue(settingsKey, { ...settings })
      this.#inForce = settings
    } catch (error) {
      this.#lifeboat.keepSettings(this.#unsaved)
      this.#isInLifeboat = true
      throw error
    }
    this.#forgetUnsaved()
  }

  /** How these settings lie in the store: written together with the log that they come with. */
  rowOf(settings: LearnerSettings): Readonly<Record<string, JsonValue>> {
    return { [settingsKey]: { ...settings } }
  }

  /** Puts settings in force that were stored in this row. */
  adopt(settings: LearnerSettings): void {
    this.#inForce = settings
    this.#forgetUnsaved()
  }

  #forgetUnsaved(): void {
    this.#unsaved = {}
    if (this.#isInLifeboat) this.#lifeboat.keepSettings({})
    this.#isInLifeboat = false
  }

  async #merge(): Promise<LearnerSettings> {
    const stored = await this.#store.getValue(settingsKey)
    return readSettings({ ...(typeof stored === 'object' ? stored : {}), ...this.#unsaved }).value
  }
}
