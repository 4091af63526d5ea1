/** The user's settings. Each change is kept at once. */
import { defaultSettings } from '../storage/records/defaults'
import type { Settings } from '../storage/records/schema'
import type { Store } from '../storage/device/store'

export class SettingsState {
  readonly #store: Store
  readonly #root: HTMLElement
  #current = $state.raw<Settings>(defaultSettings)

  constructor(store: Store, root: HTMLElement) {
    this.#store = store
    this.#root = root
  }

  get current(): Settings {
    return this.#current
  }

  async load(): Promise<void> {
    this.#apply((await this.#store.settings.read()) ?? defaultSettings)
  }

  async change(change: Partial<Settings>): Promise<void> {
    this.#apply({ ...this.#current, ...change })
    await this.#store.settings.keep(this.#current)
  }

  #apply(settings: Settings): void {
    this.#current = settings
    if (settings.theme === 'auto') delete this.#root.dataset.theme
    else this.#root.dataset.theme = settings.theme
  }
}
