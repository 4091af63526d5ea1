/**
 * Keel in several tabs: one at a time records. The lock is the browser's own, so it is released with a tab however
 * that tab ends. A tab reads anew what another one has written when the user comes back to it.
 */
const LOCK = 'keel-recording'

/** Lets the lock go. */
export type Release = () => void

export class Tabs {
  readonly #locks: LockManager | null
  readonly #reread: () => Promise<void>
  #elsewhere = $state.raw(false)
  #mine = false
  #letGo: Promise<unknown> = Promise.resolve()

  /** @param reread reads anew what the screens show */
  constructor(host: Window, reread: () => Promise<void>) {
    // An insecure context has no locks; nothing is known of other tabs then.
    this.#locks = 'locks' in host.navigator ? host.navigator.locks : null
    this.#reread = reread
    void this.#look()
    // Before each screen, as one of them offers the unfinished set: it may be running in another tab.
    host.addEventListener('hashchange', () => void this.#look())
    host.document.addEventListener('visibilitychange', () => void this.#comeBack(host.document))
  }

  /** Whether another tab was recording when this one last looked. */
  get elsewhere(): boolean {
    return this.#elsewhere
  }

  /** Takes the right to record; null when another tab has it. */
  async record(): Promise<Release | null> {
    if (this.#locks === null) return () => undefined
    const locks = this.#locks
    // The set before this one may not have let go yet.
    if (!this.#mine) await this.#letGo
    return new Promise((resolve) => {
      this.#letGo = locks.request(LOCK, { ifAvailable: true }, (lock) => {
        if (lock === null) {
          resolve(null)
          void this.#wait()
          return undefined
        }
        this.#mine = true
        return new Promise<void>((release) => {
          resolve(() => {
            this.#mine = false
            release()
          })
        })
      })
    })
  }

  async #comeBack({ visibilityState }: Document): Promise<void> {
    if (visibilityState !== 'visible' || this.#mine) return
    await this.#look()
    await this.#reread()
  }

  async #look(): Promise<void> {
    const { held = [] } = (await this.#locks?.query()) ?? {}
    if (held.some(({ name, mode }) => name === LOCK && mode === 'exclusive')) void this.#wait()
  }

  /** Waits for the shared lock, which is given when the recording tab lets go of its own. */
  async #wait(): Promise<void> {
    if (this.#elsewhere || this.#mine || this.#locks === null) return
    this.#elsewhere = true
    await this.#locks.request(LOCK, { mode: 'shared' }, () => undefined)
    this.#elsewhere = false
    await this.#reread()
  }
}
