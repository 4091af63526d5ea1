/** Whether records are not on the device although they should be, for the banner above the screens. */
import type { Device, Keeping } from '../../storage/device/device'
import type { SetKept } from '../../storage/device/store'

export class StorageStatus {
  readonly #device: Device
  #keeping = $state.raw<Keeping>({ refused: null, waiting: 0 })
  #lastSetShortened = $state.raw(false)
  #writingWaiting = $state.raw(false)

  constructor(device: Device) {
    this.#device = device
    device.onchange((keeping) => (this.#keeping = keeping))
  }

  /** Whether the browser stores nothing for this page. */
  get refused(): boolean {
    return this.#keeping.refused !== null
  }
  /** Number of records that are held in memory until the device has space. */
  get waiting(): number {
    return this.#keeping.waiting
  }
  /** Whether the last set was kept without its angles, for lack of space. */
  get lastSetShortened(): boolean {
    return this.#lastSetShortened
  }

  /** How the last set was kept. */
  noteSet(kept: SetKept): void {
    this.#lastSetShortened = kept === 'short'
  }

  /** True while `writeWaiting` runs. */
  get writingWaiting(): boolean {
    return this.#writingWaiting
  }

  /** Tries again to write the waiting records to the device. */
  async writeWaiting(): Promise<void> {
    this.#writingWaiting = true
    try {
      await this.#device.settle()
    } finally {
      this.#writingWaiting = false
    }
  }
}
