/** A session that was begun and not finished; on the device after every set, so that a crash costs none. */
import type { DoneSet, SessionEntry } from '../../core/programme'
import type { Store } from '../../storage/device/store'
import type { LogKeeper } from './log-keeper.svelte'

export class SessionUnderWay {
  readonly #store: Store
  readonly #keeper: LogKeeper
  #entry = $state.raw<SessionEntry | null>(null)

  constructor(store: Store, keeper: LogKeeper) {
    this.#store = store
    this.#keeper = keeper
  }

  /** With the sets done so far; null when no session is under way. */
  get entry(): SessionEntry | null {
    return this.#entry
  }

  async read(): Promise<void> {
    this.#entry = (await this.#store.sessionDraft.read()) ?? null
  }

  async begin(session: SessionEntry): Promise<void> {
    this.#entry = session
    await this.#keeper.attempt(() => this.#store.sessionDraft.keep(session))
  }

  /** A set that is known already is not kept twice. */
  async keepSet(set: DoneSet): Promise<void> {
    const session = this.#entry
    if (session === null || session.sets.some(({ id }) => id === set.id)) return
    await this.begin({ ...session, sets: [...session.sets, set] })
  }

  /** The last set ended because it hurt: only the person can say so. */
  async sayHurt(): Promise<void> {
    const session = this.#entry
    const last = session?.sets.at(-1)
    if (!session || !last) return
    await this.begin({ ...session, sets: [...session.sets.slice(0, -1), { ...last, stop: 'pain' }] })
  }

  async drop(): Promise<void> {
    this.#entry = null
    await this.#keeper.attempt(() => this.#store.sessionDraft.drop())
  }
}
