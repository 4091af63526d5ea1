/** Where what is kept lies, when it is not where it should be: for the banner over the screens. */
import type { Device, Keeping } from '../../storage/device/device'
import type { SetKept } from '../../storage/device/store'

export class StorageStatus {
  readonly #device: Device
  #keeping = $state.raw<Keeping>({ refused: null, waiting: 0 })
  #short = $state.raw(false)
  #settling = $state.raw(false)

  constructor(device: Device) {
    this.#device = device
    device.onchange((keeping) => (this.#keeping = keeping))
  }

  /** Whether the browser keeps nothing for this page. */
  get refused(): boolean {
    return this.#keeping.refused !== null
  }
  /** Records that the page holds until the device has room. */
  get waiting(): number {
    return this.#keeping.waiting
  }
  /** Whether the last set was kept without its angles, as there was no room for them. */
  get short(): boolean {
    return this.#short
  }

  /** How the last set was kept. */
  noteSet(kept: SetKept): void {
    this.#short = kept === 'short'
  }

  /** True while it is tried to bring what waits onto the device. */
  get settling(): boolean {
    return this.#settling
  }

  /** Tries again to bring what waits onto the device. */
  async settle(): Promise<void> {
    this.#settling = true
    try {
      await this.#device.settle()
    } finally {
      this.#settling = false
    }
  }
}
