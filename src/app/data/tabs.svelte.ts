/**
 * Keel in several tabs: one at a time records, and every other follows what it keeps. The lock is the browser's own,
 * so it goes with a tab however that tab ends.
 */
const LOCK = 'keel-recording'
const CHANNEL = 'keel'
/** A set writes several records at once; the others read once. */
const SETTLES = 150

type Word = { readonly what: 'recording' } | { readonly what: 'changed' }

/** Lets the lock go. */
export type Release = () => void

export class Tabs {
  readonly #locks: LockManager | null
  readonly #channel: BroadcastChannel | null
  #elsewhere = $state.raw(false)
  #mine = false
  #letGo: Promise<unknown> = Promise.resolve()
  #follow: () => Promise<void> = () => Promise.resolve()
  #pending: ReturnType<typeof setTimeout> | null = null

  constructor(host: Window) {
    // Neither is there in an insecure context; then nothing can be said of other tabs.
    this.#locks = 'locks' in host.navigator ? host.navigator.locks : null
    this.#channel = 'BroadcastChannel' in host ? new BroadcastChannel(CHANNEL) : null
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<Word>) => {
      if (data.what === 'recording') void this.#wait()
      else this.#changed()
    })
    void this.#look()
  }

  /** Whether another tab is recording now. */
  get elsewhere(): boolean {
    return this.#elsewhere
  }

  /** What to read anew when another tab has written. */
  onchange(follow: () => Promise<void>): void {
    this.#follow = follow
  }

  /** Tells the other tabs that something was written. */
  tell(): void {
    this.#channel?.postMessage({ what: 'changed' } satisfies Word)
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
        this.#channel?.postMessage({ what: 'recording' } satisfies Word)
        return new Promise<void>((release) => {
          resolve(() => {
            this.#mine = false
            release()
          })
        })
      })
    })
  }

  async #look(): Promise<void> {
    const { held = [] } = (await this.#locks?.query()) ?? {}
    if (held.some(({ name, mode }) => name === LOCK && mode === 'exclusive')) await this.#wait()
  }

  /** The shared lock is given when the recording tab lets go of its own. */
  async #wait(): Promise<void> {
    if (this.#elsewhere || this.#mine || this.#locks === null) return
    this.#elsewhere = true
    await this.#locks.request(LOCK, { mode: 'shared' }, () => undefined)
    this.#elsewhere = false
    this.#changed()
  }

  #changed(): void {
    if (this.#pending !== null) clearTimeout(this.#pending)
    this.#pending = setTimeout(() => {
      this.#pending = null
      void this.#follow()
    }, SETTLES)
  }
}
