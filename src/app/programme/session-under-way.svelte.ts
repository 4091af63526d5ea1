/** A session that was begun and not finished. It is written to the device after every set, so that a crash loses none. */
import type { Day, DoneSet, LogEntry, PlanItem, SessionEntry } from '../../core/programme'
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

  /** The session with the sets done so far; null when none is under way. */
  get entry(): SessionEntry | null {
    return this.#entry
  }

  async read(): Promise<void> {
    this.#entry = (await this.#store.sessionDraft.read()) ?? null
  }

  /**
   * Begins a session with the items of today's plan.
   * @param planned the plan's entry in the log
   */
  async begin(day: Day, items: readonly PlanItem[], planned: LogEntry): Promise<void> {
    const { seq, at, zone } = planned
    const id = crypto.randomUUID()
    await this.#keep({ kind: 'session', id, seq: seq + 1, day, at, zone, planned: items, sets: [] })
  }

  /** A set that is known already is not kept twice. */
  async keepSet(set: DoneSet): Promise<void> {
    const session = this.#entry
    if (session === null || session.sets.some(({ id }) => id === set.id)) return
    await this.#keep({ ...session, sets: [...session.sets, set] })
  }

  /** Notes that the last set ended because of pain. */
  async sayHurt(): Promise<void> {
    const session = this.#entry
    const last = session?.sets.at(-1)
    if (!session || !last) return
    await this.#keep({ ...session, sets: [...session.sets.slice(0, -1), { ...last, stop: 'pain' }] })
  }

  /** Writes the session into the log; null when nothing was done in it, or the entry was not taken. */
  async finish(): Promise<LogEntry | null> {
    const session = this.#entry
    if (session === null) return null
    if (session.sets.length === 0) {
      await this.drop()
      return null
    }
    const { id, day, planned, sets } = session
    const entry = await this.#keeper.add({ kind: 'session', id, day, planned, sets })
    if (entry !== null) await this.drop()
    return entry
  }

  async drop(): Promise<void> {
    this.#entry = null
    await this.#keeper.attempt(() => this.#store.sessionDraft.drop())
  }

  async #keep(session: SessionEntry): Promise<void> {
    this.#entry = session
    await this.#keeper.attempt(() => this.#store.sessionDraft.keep(session))
  }
}
